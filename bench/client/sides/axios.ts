import axios from "axios";
import { PATH, TOKEN, type Envelope } from "../seed.js";
import { opening, type Side } from "../side.js";

export const axiosSide: Side = {
  connect: (baseUrl) => {
    const api = axios.create({ baseURL: baseUrl, headers: { authorization: `Bearer ${TOKEN}` } });
    return opening(async (input) => (await api.post<Envelope>(PATH, input)).data);
  },
};
