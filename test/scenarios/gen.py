import os,textwrap
pages={}
def op(extra, key="create", http="POST /open-apis/toy/v1/toys"):
    return f'''operations:
  {key}:
    label: 创建玩具
    http: {http}
    tokens: [tenant]
'''+textwrap.indent(textwrap.dedent(extra).strip('\n'),'    ')
def page(name,title,intro,*blocks):
    out=[f'# {title}','',textwrap.dedent(intro).strip(),'']
    for b in blocks:
        if isinstance(b,str): out+= [textwrap.dedent(b).strip(),'']
        else:
            lang,path,text=b
            out+=[f'```{lang} {path}'.rstrip(), textwrap.dedent(text).strip('\n'),'```','']
    pages[name]='\n'.join(out).rstrip()+'\n'
Y=lambda t,p='':('yaml',p,t)
T=lambda p,t:('ts',p,t)

page('scalars','Scalars','Five scalars and `any` become plain TypeScript types; `int` and `float` differ only for the check.',
 Y(op('''
 body:
   name: { type: string }
   count: { type: int }
   weight: { type: float }
   sold: { type: boolean }
   more: { type: any }
 ''')),
 T('src/types/toy.ts','export interface CreateToyInput {}'),
 T('src/validators/toy.ts','export function isCreateToyInput(value: unknown): value is CreateToyInput {}'))

page('required','Required, optional, always','''
 `required` counts in inputs, `always` in outputs. An input field may be `undefined`, which means
 absent; an output field is simply missing, and a `null` of the server counts as that.''',
 Y(op('''
 body:
   name: { type: string, required: true }
   note: { type: string }
 response:
   id: { type: string, always: true }
   note: { type: string }
 ''')),
 T('src/types/toy.ts','export interface CreateToyInput {}\n\nexport interface CreateToyOutput {}'),
 T('src/validators/toy.ts','export function isCreateToyOutput() {}'),
 T('use.ts','''
 import { createPlay } from "./src/index.js";

 const play = createPlay({ appId: "", appSecret: "" });
 const { id, note } = await play.toy.create({ name: "ball", note: undefined });
 console.log(id.length, note?.length);

 // @ts-expect-error the name is required
 await play.toy.create({ note: "red" });
 '''))

page('enums','Enums','''
 An enum is an object of its values and a type of the same name; the vendor's labels are a constant
 of their own. Inputs are closed. Outputs are open: the server may be newer than the documentation.''',
 Y('''
enums:
  ToyState:
    label: 状态
    values:
      InShop: { value: in_shop, label: 在售 }
      Gone: { value: gone, label: 售罄, deprecated: true }
'''+op('''
 body:
   state: { type: ToyState }
 response:
   states: { type: [ToyState] }
 ''')),
 T('src/enums.ts','/** x */\nexport const ToyState = {};\n\nexport type ToyState = 1;\n\nexport const ToyStateLabel = {};'),
 T('src/types/toy.ts','export interface CreateToyInput {}\n\nexport interface CreateToyOutput {}'),
 T('use.ts','''
 import { createToy, type Client, ToyState, ToyStateLabel } from "./src/index.js";

 export async function show(client: Client): Promise<string[]> {
   const { states = [] } = await createToy(client, { state: ToyState.InShop });
   return states.map((state) => {
     switch (state) {
       case ToyState.InShop:
       case "gone":
         return ToyStateLabel[state];
       default:
         return state; // something that is not documented yet
     }
   });
 }
 '''))

page('enum-values','Enums of numbers, and values that look like nothing','''
 Values are data, verbatim: negative numbers, the empty text and names of built-in properties are
 values like any other. A message lists them by name.''',
 Y('''
enums:
  Level:
    label: 等级
    values: { Below: { value: -1, label: 低 }, Zero: { value: 0, label: 零 } }
  Kind:
    label: 种类
    values: { Empty: { value: "", label: 空 }, Maker: { value: constructor, label: 建造者 } }
'''+op('''
 body:
   level: { type: Level }
   kind: { type: Kind }
 ''')),
 T('src/enums.ts','export const Level = {};\n\nexport const LevelLabel = {};\n\nexport const KindLabel = {};'),
 T('src/validators/enums.ts','export function isLevel() {}\n\nexport const levelValues = 1;\n\nexport const kindValues = 1;'),
 T('use.ts','''
 import { Kind, KindLabel, Level, LevelLabel } from "./src/index.js";

 console.log(LevelLabel[Level.Below], KindLabel[Kind.Empty], KindLabel[Kind.Maker]);
 '''))

page('directions','A type in one direction or in both','''
 A type that is sent and received becomes two interfaces: `Part` is what the server sends, `PartInput`
 what it takes. A type that only travels one way becomes one.''',
 Y('''
types:
  Part: { label: 部件, fields: { name: { type: string, required: true, always: true }, sizes: { type: [int] } } }
  Buyer: { label: 买家, fields: { name: { type: string, required: true } } }
  Place: { label: 地点, fields: { name: { type: string } } }
'''+op('''
 body:
   part: { type: Part }
   buyer: { type: Buyer }
 response:
   part: { type: Part }
   place: { type: Place }
 ''')),
 T('src/types/toy.ts','/** x */\nexport interface Part {}\n\nexport interface PartInput {}\n\nexport interface BuyerInput {}\n\nexport interface Place {}\n\nexport interface CreateToyOutput {}'),
 T('use.ts','''
 import type { BuyerInput, Part, PartInput, Place } from "./src/index.js";
 // @ts-expect-error nobody receives a buyer
 import type { Buyer } from "./src/index.js";
 // @ts-expect-error nobody sends a place
 import type { PlaceInput } from "./src/index.js";

 export type All = [BuyerInput, Part, PartInput, Place, Buyer, PlaceInput];
 '''))

page('inline-objects','Fields written in place','''
 `object` and `[object]` with `fields` become interfaces named after their parent and their field.''',
 Y(op('''
 body:
   box:
     type: object
     label: 盒子
     fields:
       size: { type: int, required: true }
       lids: { type: [object], fields: { colour: { type: string } } }
 ''')),
 T('src/types/toy.ts','export interface CreateToyInput {}\n\nexport interface CreateToyBoxInput {}\n\nexport interface CreateToyBoxLidsInput {}'),
 T('src/validators/toy.ts','export function isCreateToyBoxInput() {}'))

page('lists-and-maps','Lists and maps, nested','''
 `[X]` is a list, `{ map: X }` an object with any keys. Inputs are read-only, so that nobody need copy a
 constant; a hole in a list is a missing item.''',
 Y(op('''
 body:
   grid: { type: [[int]] }
   names: { type: { map: string } }
   drawers: { type: { map: [{ map: boolean }] } }
 response:
   grid: { type: [[int]] }
   names: { type: { map: string } }
 ''')),
 T('src/types/toy.ts','export interface CreateToyInput {}\n\nexport interface CreateToyOutput {}'),
 T('src/validators/toy.ts','export function isCreateToyInput() {}'),
 T('use.ts','''
 import type { CreateToyInput } from "./src/index.js";

 const GRID = [[1, 2], [3]] as const;
 export const input: CreateToyInput = { grid: GRID, names: { zh: "球" } };
 '''))

page('files','Files','''
 A `file` makes the body a form. `Blob`, `File` and bytes will do; `maxBytes` is checked before
 anything is sent. Examples make a file, as no literal can.''',
 Y(op('''
 body:
   picture: { type: file, required: true, maxBytes: 1024 }
   more: { type: [file], maxItems: 9 }
   title: { type: string }
 ''',key='upload')),
 T('src/types/toy.ts','export interface UploadToyInput {}'),
 T('src/validators/toy.ts','export function isUploadToyInput() {}'),
 T('src/resources/toy.ts','const uploadToyOperation = 1;\n\n/** x */\nexport function uploadToy() {}'))

page('places','Path, query and body in one object','''
 An input is one flat object; the operation knows where each property travels. `as` tells equal wire
 names apart: the property is renamed, the wire is not.''',
 Y(op('''
 path:
   id: { type: string, as: toy_id }
 query:
   id: { type: string, as: request_id }
   dry: { type: boolean }
 body:
   id: { type: string }
 ''',key='update',http='PATCH /open-apis/toy/v1/toys/:id')),
 T('src/types/toy.ts','export interface UpdateToyInput {}'),
 T('src/resources/toy.ts','const updateToyOperation = 1;'))

page('when','Fields that depend on an enum','''
 One interface for each member that a field names, one for the members that none names, and one
 without the tag. Fields of other members are left out, not forbidden: at the level `documented` the
 check lets them pass, at `strict` it does not.''',
 Y('''
enums:
  Kind: { label: 种类, values: { Ball: { value: 1, label: 球 }, Kite: { value: 2, label: 风筝 }, Top: { value: 3, label: 陀螺 } } }
'''+op('''
 body:
   toy:
     type: object
     fields:
       kind: { type: Kind, label: 种类 }
       size: { type: int, label: 大小, when: { kind: Ball } }
       name: { type: string, label: 名称 }
 ''')),
 T('src/types/toy.ts','/** x */\nexport type CreateToyToyInput = 1;\n\nexport interface CreateToyToyBaseInput {}\n\nexport interface CreateToyToyBallInput {}\n\nexport interface CreateToyToyOtherInput {}\n\nexport interface CreateToyToyUntaggedInput {}'),
 T('use.ts','''
 import { Kind, type CreateToyToyInput } from "./src/index.js";

 export const ball: CreateToyToyInput = { kind: Kind.Ball, size: 3, name: "red" };
 export const plain = (kind: Kind | undefined): CreateToyToyInput => ({ kind, name: "red" });
 // @ts-expect-error a kite has no size
 export const kite: CreateToyToyInput = { kind: Kind.Kite, size: 3 };
 // @ts-expect-error what has no kind has no size
 export const unknown: CreateToyToyInput = { size: 3 };
 '''))

page('when-several','Fields of several members, and a member called Other','''
 A field may count for several members. Where the enum has a member `Other` of its own, the members
 that no field names become `AnyOther`.''',
 Y('''
enums:
  Kind: { label: 种类, values: { Post: { value: 1, label: 邮寄 }, Other: { value: 2, label: 其他 }, Gift: { value: 3, label: 礼物 } } }
types:
  Parcel:
    fields:
      kind: { type: Kind, required: true }
      note: { type: string, when: { kind: [Post, Other] } }
      name: { type: string, when: { kind: Other }, required: true }
'''+op('body: { parcel: { type: Parcel } }')),
 T('src/types/toy.ts','export type ParcelInput = 1;\n\nexport interface ParcelPostInput {}\n\nexport interface ParcelOtherInput {}\n\nexport interface ParcelAnyOtherInput {}'),
 T('src/validators/toy.ts','export function isParcelInput() {}'))

page('when-required-tag','A required tag','''
 When the tag is required there is no shape without it, and so no empty input: the argument of the
 call is required too.''',
 Y('''
enums:
  Kind: { label: 种类, values: { Ball: { value: 1, label: 球 }, Kite: { value: 2, label: 风筝 } } }
'''+op('''
 body:
   kind: { type: Kind, required: true, example: 2 }
   length: { type: int, when: { kind: Kite }, required: true, min: 5 }
 ''')),
 T('src/types/toy.ts','export type CreateToyInput = 1;\n\nexport interface CreateToyKiteInput {}'),
 T('src/resources/toy.ts','/** x */\nexport function createToy() {}'),
 T('use.ts','''
 import { createToy, type Client, Kind } from "./src/index.js";

 export const make = (client: Client) => createToy(client, { kind: Kind.Kite, length: 30 });
 // @ts-expect-error the kind is missing
 export const nothing = (client: Client) => createToy(client);
 // @ts-expect-error a kite has a length
 export const short = (client: Client) => createToy(client, { kind: Kind.Kite });
 '''))

page('when-top-level','A tag among path, query and body','''
 Fields of all three places are siblings. An input that is a union is still one flat object, and may
 be left out if one of its shapes is empty.''',
 Y('''
enums:
  Kind: { label: 种类, values: { Ball: { value: 1, label: 球 }, Kite: { value: 2, label: 风筝 } } }
'''+op('''
 query:
   kind: { type: Kind }
 body:
   length: { type: int, when: { kind: Kite } }
 ''')),
 T('src/types/toy.ts','export type CreateToyInput = 1;\n\nexport interface CreateToyBaseInput {}\n\nexport interface CreateToyKiteInput {}'),
 T('src/resources/toy.ts','export function createToy() {}'))

page('when-other','Conditions on anything else','''
 A boolean, the presence of a field, its absence, or what a list contains: such conditions stay with
 the check, and the comment says them. Several conditions hold together.''',
 Y('''
enums:
  Use: { label: 用途, values: { Indoor: { value: in, label: 室内 }, Outdoor: { value: out, label: 室外 } } }
'''+op('''
 body:
   sold: { type: boolean }
   uses: { type: [Use] }
   buyer: { type: string, when: { sold: true } }
   phone: { type: string, when: { buyer: present } }
   shelf: { type: string, when: { buyer: absent } }
   rope: { type: int, when: { uses: Outdoor, sold: false } }
 ''')),
 T('src/types/toy.ts','/** x */\nexport interface CreateToyInput {}'),
 T('src/validators/toy.ts','export function checkCreateToyInput() {}'))

page('required-when','Required when','''
 `requiredWhen` is checked at every level. Together with `required`, a `when` means both: required
 there, and not to be sent elsewhere. In the shapes of a union the type says it too.''',
 Y('''
enums:
  Kind: { label: 种类, values: { Ball: { value: 1, label: 球 }, Kite: { value: 2, label: 风筝 } } }
types:
  Toy:
    fields:
      kind: { type: Kind }
      length: { type: int, requiredWhen: { kind: Kite } }
      sold: { type: boolean }
      buyer: { type: string, required: true, when: { sold: true } }
'''+op('body: { toy: { type: Toy } }')),
 T('src/types/toy.ts','/** x */\nexport interface ToyBaseInput {}\n\nexport interface ToyKiteInput {}\n\nexport interface ToyOtherInput {}'),
 T('src/validators/toy.ts','export function isToyInput() {}'))

page('bounds','Limits','''
 `min` and `max` bound a number, or the number in a text; lengths count code points. Limits hold for
 inputs only, and comments say them.''',
 Y(op('''
 body:
   count: { type: int, min: 1, max: 9 }
   price: { type: string, min: 0 }
   name: { type: string, minLength: 1, maxLength: 8 }
   tags: { type: [string], minItems: 1 }
 response:
   count: { type: int, max: 9 }
 ''')),
 T('src/types/toy.ts','/** x */\nexport interface CreateToyInput {}'),
 T('src/validators/toy.ts','export function isCreateToyInput() {}\n\nexport function isCreateToyOutput() {}'))

page('not-to-be-used','Deprecated and unusable','''
 What is deprecated is still usable. What the page says not to use is absent from inputs, and still
 there in outputs, since the server may send it.''',
 Y(op('''
 deprecated: true
 body:
   old: { type: string, deprecated: true }
   dead: { type: string, unusable: true }
 response:
   dead: { type: string, unusable: true }
 ''')),
 T('src/types/toy.ts','/** x */\nexport interface CreateToyInput {}\n\n/** x */\nexport interface CreateToyOutput {}'),
 T('src/validators/toy.ts','export function isCreateToyInput() {}'),
 T('src/resources/toy.ts','/** x */\nexport function createToy() {}'))

page('notes','What a field says of itself','''
 The vendor's label, our words, units, defaults (which are never sent) and examples are comments. So is
 the reason for a field that the page does not have.''',
 Y(op('''
 body:
   made_at: { type: string, label: 生产时间, doc: When it was made., unit: ms, example: "1700000000000" }
   tags: { type: [string], default: [plain, "a`b"] }
   mail: { type: string, example: "a@b.cn" }
   colour: { type: string, extra: "The example has it, the table has not." }
 ''')),
 T('src/types/toy.ts','/** x */\nexport interface CreateToyInput {}'))

page('paging','Paged operations','''
 A paged call is a promise of its first page and an iterable of all items. The list may stand deeper in
 the reply, and a search is paged as a list is.''',
 Y(op('''
 effect: read
 query:
   page_token: { type: string }
 body:
   word: { type: string, required: true }
 response:
   found: { type: object, fields: { toys: { type: [object], fields: { name: { type: string } } } } }
   has_more: { type: boolean }
   page_token: { type: string }
 paging: { items: found.toys }
 ''',key='search',http='POST /open-apis/toy/v1/toys/search')),
 T('src/resources/toy.ts','const searchToyOperation = 1;\n\n/** x */\nexport function searchToy() {}'),
 T('use.ts','''
 import { createPlay, type SearchToyFoundToys } from "./src/index.js";

 const play = createPlay({ appId: "", appSecret: "" });
 const first = await play.toy.search({ word: "ball" });
 console.log(first.has_more, first.found?.toys?.length);
 for await (const toy of play.toy.search({ word: "ball" })) toy satisfies SearchToyFoundToys;
 for await (const page of play.toy.search({ word: "ball" }).pages()) console.log(page.page_token);
 '''))

page('versions','Later versions','''
 `v2.get` is a function with the suffix `V2` in the resource's own module, and a method of `v2` on the
 facade.''',
 Y('''operations:
  get: { label: 获取, http: GET /open-apis/toy/v1/toy, tokens: [tenant] }
  v2.get: { label: 获取, http: GET /open-apis/toy/v2/toy, tokens: [tenant] }
'''),
 T('src/facade.ts','/** x */\nexport interface PlayClientV2 {}\n\nexport interface PlayClient {}\n\nfunction bind() {}'),
 T('src/resources/toy.ts','export function getToyV2() {}\n\nexport function toyV2() {}'),
 T('use.ts','''
 import { createPlay, getToyV2 } from "./src/index.js";

 const play = createPlay({ appId: "", appSecret: "" });
 await Promise.all([play.toy.get(), play.v2.toy.get()]);
 console.log(getToyV2.name);
 '''))

page('facts','Facts of an operation','''
 Tokens, apps, scopes, limits and the field that makes a repeated call harmless are data for the
 runtime, and sentences for the caller.''',
 Y(op('''
 see: https://open.feishu.cn/document/toys/create
 appTypes: [custom, isv]
 scopes: ["toy:write", "toy:all"]
 fieldScopes: { "toy:price": [price] }
 rateLimit: [1000/min, 50/s]
 idempotency: { field: key, window: 24h }
 body:
   key: { type: string, example: k1 }
 response:
   price: { type: string }
 ''').replace('tokens: [tenant]','tokens: [tenant, user]')),
 T('src/resources/toy.ts','const createToyOperation = 1;\n\n/** x */\nexport function createToy() {}'))

page('inputs','Operations without input','''
 An operation that takes nothing, or nothing that is required, may be called without an input.''',
 Y('''operations:
  count: { label: 统计, http: GET /open-apis/toy/v1/count, tokens: [tenant] }
  find: { label: 查找, http: GET /open-apis/toy/v1/find, tokens: [tenant], query: { word: { type: string } } }
  delete: { label: 删除, http: "DELETE /open-apis/toy/v1/toys/:id", tokens: [tenant], path: { id: { type: int } } }
'''),
 T('src/types/toy.ts','export interface CountToyInput {}\n\nexport interface CountToyOutput {}'),
 T('src/resources/toy.ts','const deleteToyOperation = 1;\n\nexport function countToy() {}\n\nexport function findToy() {}\n\nexport function deleteToy() {}'),
 T('src/validators/toy.ts','export function checkCountToyInput() {}'))

page('errors','Errors of an operation','''
 Codes are constants, so that a bundle has only those that its operations can answer with. Where a page
 words an error differently, the operation has an entry of its own.''',
 Y('''
errors:
  ToyBroken: { code: 2001, label: 玩具坏了, advice: Try again later., retry: ifIdempotent }
  ToyBusy: { code: 2002, label: 玩具占用中, retry: always }
'''+op('errors: [ToyBroken, { ToyBusy: { advice: Wait a minute. } }]')),
 T('src/error-table.ts','export const ToyBroken = 1;'),
 T('src/errors.ts','export const ErrorCode = 1;'),
 T('src/types/toy.ts','export type CreateToyErrorCode = 1;'),
 T('src/resources/toy.ts','const createToyOperation = 1;'))

page('recursive','Types that contain themselves','''
 A type may lead back to itself, and two to each other, in both directions.''',
 Y('''
types:
  Box: { fields: { boxes: { type: [Box] }, lid: { type: Lid } } }
  Lid: { fields: { of: { type: Box, required: true } } }
'''+op('''
 body: { box: { type: Box } }
 response: { box: { type: Box } }
 ''')),
 T('src/types/toy.ts','export interface Box {}\n\nexport interface BoxInput {}\n\nexport interface Lid {}\n\nexport interface LidInput {}'),
 T('src/validators/toy.ts','export function isBoxInput() {}'))

page('shared','Types of all resources, and of another one','''
 Types in a file without a resource are shared. A type in the file of a resource belongs to it, and
 others may use it; a module imports what it mentions.''',
 Y('''
types:
  Text: { label: 文本, fields: { zh: { type: string } } }
''','types.yaml'),
 Y('''
resource: toy
label: 玩具
types:
  Part: { label: 部件, fields: { name: { type: Text } } }
operations:
  get: { label: 获取, http: GET /open-apis/toy/v1/toy, tokens: [tenant], response: { part: { type: Part } } }
''','toy.yaml'),
 Y('''
resource: box
label: 盒子
operations:
  get: { label: 获取, http: GET /open-apis/toy/v1/box, tokens: [tenant], response: { parts: { type: [Part] }, text: { type: Text } } }
''','box.yaml'),
 T('src/types/box.ts','import x from "./shared.js";\n\nimport x from "./toy.js";\n\nexport interface GetBoxOutput {}'),
 T('src/types/toy.ts','import x from "./shared.js";\n\nexport interface Part {}'),
 T('src/types/shared.ts','export interface Text {}'),
 T('src/index.ts','export type { Text } from "./types/shared.js";'))

page('names-in-code','Field names that the generated code uses itself','''
 A field may be called what the code around it is called: its variable gets another name, the property
 does not.''',
 Y(op('''
 body:
   value: { type: int }
   strict: { type: boolean }
   issues: { type: int }
   name: { type: string }
   inner: { type: [[int]] }
   class: { type: string }
   page-size: { type: int }
   pageSize: { type: int }
   名称: { type: string }
   "1": { type: string }
   __x: { type: string }
 ''')),
 T('src/types/toy.ts','export interface CreateToyInput {}'),
 T('src/validators/toy.ts','export function isCreateToyInput() {}\n\nfunction isKeyOfCreateToyInput() {}'))

page('names-inherited','Field names that every object inherits','''
 `constructor` is there on every object, and is no field of it: only what the object itself has
 counts.''',
 Y('''
types:
  Toy:
    fields:
      constructor: { type: string, required: true }
      toString: { type: int, when: { hasOwnProperty: absent } }
      hasOwnProperty: { type: boolean }
'''+op('body: { toy: { type: Toy } }')),
 T('src/types/toy.ts','export interface ToyInput {}'),
 T('src/validators/toy.ts','export function isToyInput() {}\n\nexport function checkToyInput() {}'))

page('names-of-types','Types whose names resemble each other','''
 `Toy` and `ToyKey` have predicates of their own, and so does `KeyOfToy`.''',
 Y('''
types:
  Toy: { fields: { key: { type: ToyKey } } }
  ToyKey: { fields: { toy: { type: KeyOfToy } } }
  KeyOfToy: { fields: { name: { type: string } } }
'''+op('body: { toy: { type: Toy } }')),
 T('src/validators/toy.ts','export function isToyInput() {}\n\nexport function isToyKeyInput() {}\n\nexport function isKeyOfToyInput() {}'))

page('documents','Reference pages','''
 Each resource has a page. Its tables say what the comments say, and its examples are formatted.''',
 Y(op('''
 body:
   count: { type: int, label: 数量, doc: "How many | at most., <b>9</b>", max: 9, required: true, example: 3 }
 response:
   id: { type: string, label: 玩具 ID }
 ''')),
 ('md','docs/toy.md','''
## `play.toy.create`

创建玩具

`POST /open-apis/toy/v1/toys`

- Token: tenant

```ts
const { id } = await createToy(client, {
  count: 3,
});
```
'''))
for n,t in pages.items(): open(n+'.md','w').write(t)
