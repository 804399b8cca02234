/** Words that look like plurals and are none, as they stand in the vendor's paths. */
const SINGULAR: ReadonlySet<string> = new Set([
  ...["address", "access", "process", "progress", "business", "class", "pass", "ess", "os", "sms"],
  ...["status", "bonus", "campus", "census", "corpus", "focus", "menus", "bus", "plus", "virus"],
  ...["analysis", "basis", "diagnosis", "this", "gis", "series", "species", "news", "settings"],
  ...[
    "means",
    "canvas",
    "alias",
    "bias",
    "gas",
    "details",
    "ics",
    "cors",
    "dns",
    "sns",
    "https",
    "css",
  ],
  ...["success", "loss", "cross", "https", "statistics", "metrics", "previous", "various"],
]);

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["people", "person"],
  ["children", "child"],
  ["indices", "index"],
  ["matrices", "matrix"],
  ["movies", "movie"],
  ["cookies", "cookie"],
  ["databases", "database"],
  ["bases", "base"],
  ["caches", "cache"],
  ["aliases", "alias"],
  ["quizzes", "quiz"],
  ["media", "media"],
]);

/** `agencies` → `agency`; a word that is no plural stays. */
function singularWord(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (SINGULAR.has(word) || word.length < 3) return word;
  if (/[^aeiou]ies$/u.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/u.test(word)) {
    // `statuses` and `boxes` lose two letters, `courses` and `caches` one.
    return /(?:ss|us|is|x|ch|sh)es$/u.test(word) ? word.slice(0, -2) : word.slice(0, -1);
  }
  return /[^s]s$/u.test(word) && !/(?:us|is)$/u.test(word) ? word.slice(0, -1) : word;
}

/** The last word of a name in snake_case decides: `job_requirements` → `job_requirement`. */
export function singular(name: string): string {
  const at = name.lastIndexOf("_") + 1;
  return name.slice(0, at) + singularWord(name.slice(at));
}

/** What one item of a list is called: `user_id_list` → `user_id`, `emails` → `email`. */
export function itemName(name: string): string {
  const bare = name.replace(/_?(?:list|lists|array)$/iu, "");
  return singular(bare === "" ? name : bare);
}
