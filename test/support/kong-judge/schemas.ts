/**
 * JSON schemas of what Kong 3.9 reads: its entities, and the configurations of the plugins that this library writes.
 * Written from Kong's documentation. All objects are closed, so a misspelled member is found.
 */
type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string', minLength: 1 };
const flag: Schema = { type: 'boolean' };
const whole = (minimum: number, maximum: number): Schema => ({ type: 'integer', minimum, maximum });
const listOf = (items: Schema, minItems = 0): Schema => ({ type: 'array', items, minItems });
const oneOf = (...values: readonly (string | number)[]): Schema => ({ enum: values });
const object = (properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** UTF-8 letters are allowed too, but this library writes none. */
const name: Schema = { type: 'string', pattern: '^[A-Za-z0-9._~-]+$' };
const method: Schema = { type: 'string', pattern: '^[A-Z]+$' };
const milliseconds = whole(1, 2_147_483_646);

/** The lists of the transformers: `name:value`. */
const pairs = listOf({ type: 'string', pattern: '^[^:]+:' });
const transformed = (more: Readonly<Record<string, Schema>> = {}): Schema =>
  object({ ...more, headers: pairs, querystring: pairs, body: pairs });

export const PLUGIN_SCHEMAS: Readonly<Record<string, Schema>> = {
  'aws-lambda': object(
    {
      aws_region: text,
      function_name: text,
      qualifier: text,
      aws_assume_role_arn: text,
      timeout: { type: 'number' },
      keepalive: { type: 'number' },
      invocation_type: oneOf('RequestResponse', 'Event', 'DryRun'),
      log_type: oneOf('Tail', 'None'),
      unhandled_status: whole(100, 999),
      is_proxy_integration: flag,
      awsgateway_compatible: flag,
      base64_encode_body: flag,
      skip_large_bodies: flag,
      aws_imds_protocol_version: oneOf('v1', 'v2'),
      empty_arrays_mode: oneOf('legacy', 'correct'),
    },
    // Kong's own schema asks for neither, but every call fails without.
    ['aws_region', 'function_name'],
  ),
  cors: object({
    origins: listOf(text, 1),
    headers: listOf(text),
    exposed_headers: listOf(text),
    methods: listOf(oneOf('GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT')),
    max_age: { type: 'number' },
    credentials: flag,
    private_network: flag,
    preflight_continue: flag,
  }),
  jwt: object({
    key_claim_name: text,
    claims_to_verify: listOf(oneOf('exp', 'nbf')),
    header_names: listOf(text),
    uri_param_names: listOf(text),
    cookie_names: listOf(text),
    secret_is_base64: flag,
    run_on_preflight: flag,
    maximum_expiration: whole(0, 31_536_000),
    realm: text,
  }),
  'key-auth': object({
    key_names: listOf({ type: 'string', pattern: '^[A-Za-z0-9_-]+$' }, 1),
    key_in_header: flag,
    key_in_query: flag,
    key_in_body: flag,
    hide_credentials: flag,
    run_on_preflight: flag,
    realm: text,
  }),
  acl: {
    ...object({
      allow: listOf(text, 1),
      deny: listOf(text, 1),
      hide_groups_header: flag,
      always_use_authenticated_groups: flag,
    }),
    oneOf: [{ required: ['allow'] }, { required: ['deny'] }],
  },
  'request-termination': {
    ...object({
      status_code: whole(100, 599),
      message: text,
      content_type: text,
      body: text,
      echo: flag,
      trigger: text,
    }),
    dependencies: {
      content_type: ['body'],
      message: { not: { anyOf: [{ required: ['body'] }, { required: ['content_type'] }] } },
    },
  },
  'request-transformer': object({
    http_method: method,
    remove: object({ headers: listOf(text), querystring: listOf(text), body: listOf(text) }),
    rename: transformed(),
    replace: transformed({ uri: { type: 'string', pattern: '^/' } }),
    add: transformed(),
    append: transformed(),
  }),
  'response-transformer': object({
    remove: object({ headers: listOf(text), json: listOf(text) }),
    replace: object({ headers: pairs, json: pairs }),
    add: object({ headers: pairs, json: pairs }),
    append: object({ headers: pairs, json: pairs }),
  }),
  'pre-function': { ...object({ access: listOf(text, 1), rewrite: listOf(text, 1) }), minProperties: 1 },
  'rate-limiting': {
    ...object({
      second: { type: 'number', exclusiveMinimum: 0 },
      minute: { type: 'number', exclusiveMinimum: 0 },
      hour: { type: 'number', exclusiveMinimum: 0 },
      day: { type: 'number', exclusiveMinimum: 0 },
      month: { type: 'number', exclusiveMinimum: 0 },
      limit_by: oneOf('consumer', 'credential', 'ip', 'service', 'header', 'path'),
      policy: oneOf('local', 'redis'),
      fault_tolerant: flag,
      hide_client_headers: flag,
    }),
  },
};

const plugin = object({ name, config: { type: 'object' } }, ['name']);

const route: Schema = {
  ...object(
    {
      name,
      methods: listOf(method, 1),
      paths: listOf({ type: 'string', pattern: '^~/.*\\$$' }, 1),
      regex_priority: whole(0, 2_147_483_647),
      strip_path: { const: false },
      request_buffering: flag,
      response_buffering: flag,
      plugins: listOf(plugin),
    },
    // One kind of matcher missing would change how Kong ranks the route.
    ['name', 'methods', 'paths', 'regex_priority', 'strip_path'],
  ),
};

const url: Schema = { type: 'string', pattern: '^https?://[^/?#\\s{}]+(/[^?#\\s]*)?$' };

const service = object(
  {
    name,
    url,
    connect_timeout: milliseconds,
    read_timeout: milliseconds,
    write_timeout: milliseconds,
    tls_verify: flag,
    routes: listOf(route),
  },
  ['name', 'url', 'routes'],
);

const consumer = object(
  {
    username: text,
    acls: listOf(object({ group: text }, ['group'])),
    jwt_secrets: listOf(
      object(
        {
          key: text,
          algorithm: oneOf(
            'RS256',
            'RS384',
            'RS512',
            'ES256',
            'ES384',
            'ES512',
            'PS256',
            'PS384',
            'PS512',
            'EdDSA',
          ),
          secret: text,
          rsa_public_key: text,
        },
        // decK asks for the secret, Kong for the public key.
        ['key', 'algorithm', 'secret', 'rsa_public_key'],
      ),
    ),
    keyauth_credentials: listOf(object({ key: text }, ['key'])),
  },
  ['username'],
);

const tag: Schema = { type: 'string', pattern: '^[^,/]+$' };

/** The whole file. `_info` is for decK, and Kong itself refuses it. */
export const fileSchema = (dialect: 'deck' | 'dbless'): Schema =>
  object(
    {
      _format_version: { const: '3.0' },
      ...(dialect === 'deck' ? { _info: object({ select_tags: listOf(tag, 1) }, ['select_tags']) } : {}),
      services: listOf(service),
      routes: listOf(route),
      consumers: listOf(consumer),
    },
    ['_format_version', ...(dialect === 'deck' ? ['_info'] : [])],
  );
