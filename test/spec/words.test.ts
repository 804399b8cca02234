import { describe, expect, test } from "vitest";
import { hire } from "../openapi/models.js";

// What import cannot know, and people who add pages have to write.
const { enums, resources, groups } = await hire();
const operations = resources.flatMap((resource) => resource.operations);

describe("the Hire spec says in words of its own", () => {
  test("what each resource is", () => {
    expect(resources.filter(({ doc }) => doc === undefined).map(({ name }) => name)).toEqual([]);
  });

  test("what each operation does", () => {
    expect(operations.filter(({ doc }) => doc === undefined).map(({ id }) => id)).toEqual([]);
  });

  test("what each enum is for", () => {
    expect(enums.filter(({ doc }) => doc === undefined).map(({ name }) => name)).toEqual([]);
  });

  test("what each value means, not only which one it is", () => {
    const members = enums.flatMap(({ name, members }) =>
      members.map((member) => `${name}.${member.name}`),
    );
    expect(members.filter((name) => /\.Value\d+$/u.test(name))).toEqual([]);
  });

  test("what to do after each documented error", () => {
    const silent = operations.flatMap(({ id, errors }) =>
      errors.flatMap(({ name, advice }) => (advice === undefined ? [`${id} ${name}`] : [])),
    );
    expect(silent).toEqual([]);
  });
});

test("each resource stands in a group of the vendor's", () => {
  expect(groups.filter(({ label }) => label === "Others")).toEqual([]);
});
