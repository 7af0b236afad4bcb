import { LuaFactory } from 'wasmoon';

/** What the Lua code of a plugin asks of Kong. */
export interface LuaRequest {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Seconds since 1970. */
  readonly now?: number;
}

/** Runs the access code of `pre-function` as Kong's sandbox does. Absent: the request goes on to the next plugin. */
export async function runLua(
  code: string,
  { headers = {}, query = {}, now = 0 }: LuaRequest,
): Promise<{ readonly status: number; readonly message: string } | undefined> {
  const engine = await new LuaFactory().createEngine({ injectObjects: false });
  let answer: { readonly status: number; readonly message: string } | undefined;
  try {
    engine.global.set('js_header', (name: string) => headers[name.toLowerCase()]);
    engine.global.set('js_query', (name: string) => query[name]);
    engine.global.set('js_exit', (status: number, message: string) => {
      answer ??= { status, message };
    });
    engine.global.set('js_base64', (text: string) =>
      /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0
        ? Buffer.from(text, 'base64').toString('latin1')
        : undefined,
    );
    engine.global.set('js_json', (text: string) => toLua(parse(text)));
    engine.global.set('js_now', () => now);
    await engine.doString(SANDBOX);
    await engine.doString(`handler = function()\n${code}\nend`);
    await engine.doString('handler()');
    return answer;
  } finally {
    engine.global.close();
  }
}

const SANDBOX = `
kong = {
  request = { get_header = js_header, get_query_arg = js_query },
  response = { exit = function(status, body) js_exit(status, body.message) end },
}
ngx = { decode_base64 = js_base64, time = js_now }
null = setmetatable({}, { __metatable = "null" })
local function read(text) return load("return " .. text)() end
require = function(name)
  if name ~= "cjson.safe" then error("not in the sandbox: " .. name) end
  return { decode = function(text)
    local lua = js_json(text)
    if lua ~= nil then return read(lua) end
  end }
end
`;

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A value as Lua code. `null` of cjson is a value that is neither false nor a table of claims. */
function toLua(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (value === null) return 'null';
  if (Array.isArray(value)) return `{ ${value.map(toLua).join(', ')} }`;
  if (typeof value === 'object') {
    return `{ ${Object.entries(value)
      .map(([key, item]) => `[${quote(key)}] = ${toLua(item)}`)
      .join(', ')} }`;
  }
  return typeof value === 'string' ? quote(value) : String(value);
}

function quote(text: string): string {
  return `"${text.replace(/[^ !#-[\]-~]/g, (character) => `\\${String(character.charCodeAt(0)).padStart(3, '0')}`)}"`;
}
