import { PATH, TOKEN, type Envelope } from "../seed.js";
import { opening, type Side } from "../side.js";

/** As one would write it by hand, with a token that never ends. */
export const rawFetchSide: Side = {
  connect: (baseUrl) =>
    opening(async (input) => {
      const response = await fetch(`${baseUrl}${PATH}`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${TOKEN}`,
          "content-type": "application/json; charset=utf-8",
        },
        body: JSON.stringify(input),
      });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return JSON.parse(await response.text()) as Envelope;
    }),
};
