import type { Level } from "../side.js";
import { edited, type Edit, type ValueSet } from "./set.js";

type Fields = Readonly<Record<string, unknown>>;

const TITLES = ["Algorithms", "System design", "Communication", "沟通能力", "Debugging"];

/** One answer of each type; they have different fields. */
const DIMENSIONS: readonly ((at: number) => Fields)[] = [
  (at) => ({ assessment_type: 1, title: title(at), score: 60 + (at % 40) }),
  (at) => ({ title: title(at), description: "desc", assessment_type: 2, option: `option ${at}` }),
  (at) => ({ content: `notes on ${at}`, assessment_type: 3, title: title(at) }),
  (at) => ({
    options: ["clear", `case ${at}`, "thorough"],
    assessment_type: 4,
    title: title(at),
    description: "choose any",
  }),
];

const title = (at: number): string => `${TITLES[at % TITLES.length]} ${at}`;

function dimensions(count: number, from: number): readonly Fields[] {
  return Array.from({ length: count }, (_, at) => {
    const make = DIMENSIONS[(at + from) % DIMENSIONS.length];
    return make?.(at + from) ?? {};
  });
}

/** Four requests: two full ones, one without the optional texts, one with the keys that must be there and the list. */
function requests(count: number): readonly Fields[] {
  const id = (from: number) => `69861998324949343${16 + from}`;
  const full = (from: number): Fields => ({
    external_id: `${123 + from}`,
    username: "shaojiale",
    conclusion: 1 + (from % 3),
    assessment_dimension_list: dimensions(count, from),
    content: "hello world",
    external_interview_id: id(from),
  });
  const { username, content, ...brief } = full(2);
  const bare = { external_interview_id: id(3), assessment_dimension_list: dimensions(count, 3) };
  return [full(0), full(1), brief, bare];
}

/** Requests with as many dimensions; the mistakes are at the start, in the middle and at the end. */
export function requestValues(count: number, level: Level): ValueSet {
  const [first, second, third, fourth] = requests(count);
  const at = (index: number, key: string) => ["assessment_dimension_list", index, key] as const;
  const last = count - 1;
  const unknown: readonly Edit[] =
    level === "strict" ? [[["external_interviewid"], "6986199832494934316"]] : [];
  return {
    valid: [first, second, third, fourth].map((value) => edited(value)),
    invalid: [
      edited(first, [["external_interview_id"], undefined], ...unknown),
      edited(second, [["conclusion"], 4], [at(last, "score"), "99"]),
      edited(third, [["content"], null], [at(last >> 1, "options"), ["clear", 1]]),
      edited(fourth, [at(last, "title"), 7], [["username"], 2 ** 53]),
    ],
  };
}

/** Eight orders of the keys, of the request and of its dimensions. */
export function shapeValues(level: Level): ValueSet {
  const turned = (value: Fields, by: number): Fields => {
    const entries = Object.entries(value);
    const order = [...entries.slice(by % entries.length), ...entries.slice(0, by % entries.length)];
    return Object.fromEntries(by < 6 ? order : order.reverse());
  };
  const whole = (by: number): Fields => {
    const dimension = {
      score: 90 + by,
      option: "opt",
      options: ["opt"],
      content: "content",
      assessment_type: 1 + (by % 4),
      title: "title",
      description: "desc",
    };
    const request = {
      external_id: `${by}`,
      username: "shaojiale",
      conclusion: 1 + (by % 3),
      assessment_dimension_list: [turned(dimension, by)],
      content: "hello world",
      external_interview_id: `698619983249493431${by}`,
    };
    return turned(request, by);
  };
  const orders = Array.from({ length: 8 }, (_, by) => whole(by));
  const key = level === "strict" ? "hint" : "title";
  const mistakes: readonly Edit[] = [
    [["assessment_dimension_list", 0, key], 1],
    [["conclusion"], "1"],
    [["external_interview_id"], null],
    [["assessment_dimension_list", 0, "options", 0], 5],
  ];
  return {
    valid: orders.map((value) => edited(value)),
    invalid: orders.map((value, by) =>
      edited(value, ...mistakes.filter((_, at) => at % 4 === by % 4)),
    ),
  };
}
