import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Model } from "../model/model.js";
import { createMock, type MockOptions } from "./app.js";

export interface RunningMock {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Listens on this machine only. Port 0 takes a free one. */
export function serveMock(
  model: Model,
  { port, ...options }: MockOptions & { readonly port: number },
): Promise<RunningMock> {
  const { fetch } = createMock(model, options);
  // The process belongs to the caller, and so do its Request and Response.
  const server = createServer(
    getRequestListener((request, env) => fetch(request, env), { overrideGlobalObjects: false }),
  );
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      resolve({ url: `http://127.0.0.1:${bound}`, close });
    });
  });
}
