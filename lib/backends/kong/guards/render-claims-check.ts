import {
  formatDeployValue,
  isImportVariable,
  isPlaceholder,
  joinDeployValue,
  type DeployValue,
} from '../../../values/deploy-value.js';

/** What a token must say, beside its signature and its end, which the plugin `jwt` checks. */
export interface Claims {
  readonly source: { readonly from: 'header' | 'query'; readonly name: string };
  readonly issuers: readonly DeployValue[];
  /** One of them must be the audience or the client. Empty: any. */
  readonly audience: readonly DeployValue[];
  /** One of them is enough. Empty: none is needed. */
  readonly scopes: readonly string[];
  /** The claim `token_use` of Cognito. Absent: any. */
  readonly use?: string;
  /** Ids of the keys, where the plugin `jwt` finds a key by its id. Absent: it finds it by the issuer. */
  readonly kids?: readonly string[];
}

/**
 * A check in Lua that runs before the plugin `jwt`. It reads a token that is not verified yet, so it refuses whatever it
 * cannot read, and lets nobody pass by itself: without a token `jwt` answers. `cjson.safe` must be in Kong's
 * `untrusted_lua_sandbox_requires`; without it each call fails.
 */
export function renderClaimsCheck({ source, issuers, audience, scopes, use, kids }: Claims): DeployValue {
  const lines: Lines = [
    'local json = require "cjson.safe"',
    'local function refuse(status, message) return kong.response.exit(status, { message = message }) end',
    ...readToken(source),
    'if not body then return refuse(401, "Unauthorized") end',
    'local function decode(part)',
    '  part = part:gsub("%-", "+"):gsub("_", "/") .. ("="):rep(-#part % 4)',
    '  return json.decode(ngx.decode_base64(part) or "")',
    'end',
    'local header, claims = decode(head), decode(body)',
    'if type(header) ~= "table" or type(claims) ~= "table" then return refuse(401, "Unauthorized") end',
    'local function has(value, wanted)',
    '  if type(value) == "string" then value = { value } end',
    '  if type(value) ~= "table" then return false end',
    '  for _, one in ipairs(value) do',
    '    for _, other in ipairs(wanted) do if one == other then return true end end',
    '  end',
    '  return false',
    'end',
    joinDeployValue(
      'if type(claims.iss) ~= "string" or not has(claims.iss, ',
      table(issuers),
      ') then return refuse(401, "Unauthorized") end',
    ),
    ...(kids === undefined
      ? []
      : [
          // The plugin looks in the payload first.
          joinDeployValue(
            'if not has(claims.kid or header.kid, ',
            table(kids.map((kid) => joinDeployValue(kid))),
            ') then return refuse(401, "Unauthorized") end',
          ),
        ]),
    'if claims.nbf ~= nil and (type(claims.nbf) ~= "number" or claims.nbf > ngx.time()) then return refuse(401, "Unauthorized") end',
    ...(use === undefined
      ? []
      : [`if claims.token_use ~= ${quote(use)} then return refuse(401, "Unauthorized") end`]),
    ...checkAudience(audience),
    ...checkScopes(scopes),
  ];
  return joinDeployValue(...lines.flatMap((line) => [line, '\n']));
}

type Lines = readonly (string | DeployValue)[];

function readToken(source: Claims['source']): Lines {
  return source.from === 'header'
    ? [
        `local given = kong.request.get_header(${quote(source.name.toLowerCase())})`,
        'if not given then return end',
        'local head, body = given:match("^[Bb]earer%s+([%w_-]+)%.([%w_-]+)%.[%w_-]+$")',
      ]
    : [
        `local given = kong.request.get_query_arg(${quote(source.name)})`,
        'if not given then return end',
        'local head, body = tostring(given):match("^([%w_-]+)%.([%w_-]+)%.[%w_-]+$")',
      ];
}

function checkAudience(audience: Claims['audience']): Lines {
  if (audience.length === 0) return [];
  return [
    'local audience = claims.aud',
    'if audience == nil then audience = claims.client_id end',
    joinDeployValue(
      'if not has(audience, ',
      table(audience),
      ') then return refuse(401, "Unauthorized") end',
    ),
  ];
}

function checkScopes(scopes: Claims['scopes']): Lines {
  if (scopes.length === 0) return [];
  return [
    'local scopes = {}',
    'for _, claim in ipairs({ "scope", "scp" }) do',
    '  local value = claims[claim]',
    '  if type(value) == "string" then for word in value:gmatch("%S+") do scopes[#scopes + 1] = word end end',
    '  if type(value) == "table" then for _, word in ipairs(value) do scopes[#scopes + 1] = word end end',
    'end',
    joinDeployValue(
      'if not has(scopes, ',
      table(scopes.map((scope) => joinDeployValue(scope))),
      ') then return refuse(403, "Forbidden") end',
    ),
  ];
}

/** A list of strings in Lua. */
function table(values: readonly DeployValue[]): DeployValue {
  return joinDeployValue(
    '{ ',
    ...values.flatMap((value, index) => [index > 0 ? ', ' : '', quoteValue(value)]),
    ' }',
  );
}

function quoteValue(value: DeployValue): DeployValue {
  return joinDeployValue(
    '"',
    ...value['@deploy'].map((part) =>
      isPlaceholder(part) || isImportVariable(part) ? { '@deploy': [part] } : escape(part),
    ),
    '"',
  );
}

function quote(text: string): string {
  return formatDeployValue(quoteValue(joinDeployValue(text)));
}

/** Text in a string of Lua: control characters as three digits, which end before any digit that follows. */
function escape(text: string): string {
  return text
    .replace(/["\\]/g, '\\$&')
    .replace(/[^ -~\u0080-\uffff]/g, (character) => `\\${String(character.charCodeAt(0)).padStart(3, '0')}`);
}
