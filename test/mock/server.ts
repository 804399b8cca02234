import { onTestFinished } from "vitest";
import type { MockOptions } from "../../generator/mock/app.js";
import { serveMock } from "../../generator/mock/serve.js";
import type { Model } from "../../generator/model/model.js";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** As much of a reply as the tests read. */
interface Body {
  readonly code: number;
  readonly msg?: string;
  readonly data?: unknown;
  readonly error?: { readonly field_violations?: unknown; readonly log_id?: string };
  readonly tenant_access_token?: string;
  readonly app_access_token?: string;
  readonly expire?: number;
}

export interface Client {
  readonly url: string;
  send(
    method: string,
    path: string,
    body?: BodyInit,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  /** With a tenant token. */
  call(method: string, path: string, body?: unknown): Promise<Reply>;
}

export const APP = { app_id: "cli_1", app_secret: "secret" };

/** A mock on a port of its own, closed when the test is over. */
export async function start(model: Model, options: MockOptions = {}): Promise<Client> {
  const { url, close } = await serveMock(model, { port: 0, ...options });
  onTestFinished(close);
  const send: Client["send"] = async (method, path, body, headers = {}) => {
    const response = await fetch(url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    // The mock speaks JSON only; anything else fails here, as it should.
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Body,
    };
  };
  const call: Client["call"] = async (method, path, body) => {
    const { tenant_access_token } = (await tenantToken(send)).body;
    const text = body === undefined || body instanceof FormData ? body : JSON.stringify(body);
    return send(method, path, text, { authorization: `Bearer ${tenant_access_token}` });
  };
  return { url, send, call };
}

export function tenantToken(send: Client["send"], app: object = APP): Promise<Reply> {
  return send("POST", "/open-apis/auth/v3/tenant_access_token/internal", JSON.stringify(app));
}

export function appToken(send: Client["send"], app: object = APP): Promise<Reply> {
  return send("POST", "/open-apis/auth/v3/app_access_token/internal", JSON.stringify(app));
}
