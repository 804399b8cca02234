import type { TokenKind } from "../model/model.js";
import type { JsonObject } from "../model/json.js";

/** Both of the platform's public hosts; private deployments have their own. */
export const SERVERS: readonly JsonObject[] = [
  { url: "https://open.feishu.cn", description: "Feishu" },
  { url: "https://open.larksuite.com", description: "Lark" },
];

export const SECURITY_SCHEMES: Readonly<Record<TokenKind, JsonObject>> = {
  tenant: bearer("A tenant_access_token: the app acts for itself inside one tenant."),
  user: bearer("A user_access_token: the app acts for a user who has consented."),
  app: bearer("An app_access_token: the app acts as itself, outside any tenant."),
};

function bearer(description: string): JsonObject {
  return { type: "http", scheme: "bearer", description };
}

const text = { type: "string" };

/** The `error` object of a refusal. Every part of it may be missing. */
export const ERROR_DETAILS_SCHEMA: JsonObject = open({
  message: text,
  troubleshooter: text,
  log_id: text,
  logid: text,
  field_violations: listOf({ field: text, value: {}, description: text }),
  permission_violations: listOf({ subject: text, type: text, scope: text, url: text }),
  helps: listOf({ url: text, description: text }),
});

function open(properties: JsonObject): JsonObject {
  return { type: "object", properties, additionalProperties: true };
}

function listOf(properties: JsonObject): JsonObject {
  return { type: "array", items: open(properties) };
}
