/** A flat copy: no marks but `└`, rows with and without borders, examples glued to headings. */
export const CHINESE = `放飞风筝
在公园里放飞一只风筝。
请求
| 项目 | 值 |
|---|---|
| HTTP URL | https://open.feishu.cn/open-apis/kites/v1/parks/:park_id/kites |
| HTTP Method | POST |
| 接口频率限制 | 1000 次/分钟、50 次/秒 |
| 支持的应用类型 | custom,isv |
| 权限要求 调用该 API 所需的权限。开启其中任意一项权限即可调用 | kites:kite 放飞风筝 kites:kite:write 更新风筝 |
请求头
| 名称 | 类型 | 必填 | 描述 |
|---|---|---|---|
| Authorization | string | 是 | tenant_access_token 值格式:"Bearer access_token" |
| Content-Type | string | 是 | 固定值:"application/json; charset=utf-8" |
路径参数
| 名称 | 类型 | 描述 |
|---|---|---|
park_id | string | 公园 ID 示例值:"7" |
请求体
| 名称 | 类型 | 必填 | 描述 |
|---|---|---|---|
name | string | 是 | 名称 |
tails | kite_tail\\[\\] | 否 | 尾巴 |
└ colour | int | 否 | 颜色 可选值有: - 1: 红 - 2: 蓝 |
└ knot | knot | 否 | 结 |
└ code | string | 是 | 正则 ^a|b$ |
pattern | string\\[\\] | 否 | 图案 示例值:["x"] |
请求体示例
json
{
"name": "a } b",
"tails": [
{
"colour": 1,
"knot": {
"code": "k"
}
}
],
"pattern": ["x"]
}响应
响应体
| 名称 | 类型 | 描述 |
|---|---|---|
code | int | 错误码,非 0 表示失败 |
msg | string | 错误描述 |
data | \\- | - |
└ kite_id | string | 风筝 ID |
响应体示例
json
{
"code": 0,
"msg": "success",
"data": {
"kite_id": "1"
}
}错误码
| HTTP状态码 | 错误码 | 描述 | 排查建议 |
|---|---|---|---|
| 400 | 1990001 | 没有风 | 等一等 |
更多错误码信息,参见通用错误码。
`;

/** The same in English, smaller, with the headers of tables lost and a line in the middle of a row. */
export const ENGLISH = `Get a kite
Gets one kite.
Request
HTTP URL | https://open.larksuite.com/open-apis/kites/v1/kites/:kite_id
HTTP Method | GET
Rate Limit | 20 per second
Supported app types | custom
Required scopes | kites:kite:readonly View kites
Request header
Authorization | string | Yes | tenant_access_token or user_access_token Value format: "Bearer access_token"
Path parameters
kite_id | string | Kite ID
Query parameters
colour | int | No | Colour
Optional values are: - 1: red
size | string | Yes | Size
Response
Response body
code | int | Error codes, fail if not zero
msg | string | Error descriptions
data | \\- | \\-
└ kite | kite | Kite
└ name | string | 名称
Response body example
{
"code": 0,
"data": { "kite": { "name": "x", }
Error code
400 | 1990001 | no wind | wait
`;
