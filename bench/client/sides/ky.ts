import ky from "ky";
import { PATH, TOKEN, type Envelope } from "../seed.js";
import { opening, type Side } from "../side.js";

export const kySide: Side = {
  connect: (baseUrl) => {
    const api = ky.create({ prefixUrl: baseUrl, headers: { authorization: `Bearer ${TOKEN}` } });
    const path = PATH.slice(1); // ky puts the slash there
    return opening((input) => api.post(path, { json: input }).json<Envelope>());
  },
};
