/** Sentences, without the bullets of lists. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/[。！!？?；;\n]|\.(?=\s|$)|(?<=\s)[-*•](?=\s)/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");

/** The smallest parts of prose: what stands between punctuation marks. */
export const clausesOf = (text: string): string[] =>
  text
    .split(/[。！!？?；;，,、（）()：:\n]|\.(?=\s|$)|(?<=\s)[-*•](?=\s)|(?<=\D)[:](?=\s)/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
