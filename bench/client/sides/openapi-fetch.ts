import createClient from "openapi-fetch";
import { PATH, TOKEN, type Envelope, type Input } from "../seed.js";
import { opening, type Side } from "../side.js";

/** What openapi-typescript would write, as far as it matters when it runs. */
interface Paths {
  [PATH]: {
    post: {
      requestBody: { content: { "application/json": Partial<Record<keyof Input, unknown>> } };
      responses: { 200: { content: { "application/json": Envelope } } };
    };
  };
}

export const openapiFetchSide: Side = {
  connect: (baseUrl) => {
    const client = createClient<Paths>({ baseUrl, headers: { authorization: `Bearer ${TOKEN}` } });
    return opening(async (input) => {
      const { data, response } = await client.POST(PATH, { body: input });
      if (data === undefined) throw new Error(`HTTP ${response.status}`);
      return data;
    });
  },
};
