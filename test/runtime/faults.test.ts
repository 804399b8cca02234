import { afterAll, describe, expect, test, vi } from "vitest";
import { cellText, kinds, run, tableText, timeouts } from "./faults/cell.js";
import { expectations } from "./faults/expectations.js";
import { faults } from "./faults/faults.js";
import { openSockets, watchTimers } from "./faults/watch.js";
import { ok, serve, watchRejections } from "./server.js";

// Every fault of a platform, once and for good, met by every kind of call. What is printed is what
// was measured.
const measured = new Map<string, string[]>();
afterAll(() => console.log(tableText(measured)));

test("every fault has its expectations, and no others are there", () => {
  expect(faults.map(({ name }) => name)).toEqual(Object.keys(expectations));
});

describe.each(faults)("$name", (fault) => {
  const row: string[] = [];
  measured.set(fault.name, row);

  test.each(kinds.map((kind, at) => [kind, at] as const))("%s", async (kind, at) => {
    const rejections = watchRejections();
    const timers = watchTimers(Object.values(timeouts));
    const elsewhere = await serve(() => ok());
    const [once, always] = await Promise.all([
      run(fault, "once", kind, elsewhere.url),
      run(fault, "always", kind, elsewhere.url),
    ]);
    row[at] = cellText(once, always);
    expect(row[at]).toBe(expectations[fault.name]?.[at]);
    expect(always.waits.slice(0, once.waits.length), "the same waits").toEqual(once.waits);
    expect(elsewhere.seen, "another host hears nothing").toEqual([]);
    expect(String(always.failure).length, "a short message").toBeLessThan(500);
    expect(timers.left(), "no timer is left").toBe(0);
    expect(timers.made(), "timers are watched").toBeGreaterThan(0);
    expect(await rejections()).toEqual([]);
    await vi.waitFor(() => expect(openSockets(), "no socket is left").toBe(0));
  });
});
