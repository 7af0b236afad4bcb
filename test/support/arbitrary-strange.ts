import * as fc from 'fast-check';
import type { ApplicationSpec } from './arbitrary-application.js';
import type { Decoration } from './arbitrary-integration.js';
import { service } from './arbitrary-service.js';

/** Stands for a reference to one of the DTOs, counted round. */
export const DTO = '$dto';
const dto = { [DTO]: 0 };
const other = { [DTO]: 1 };
const NAMES = JSON.parse(
  '{"__proto__":{"type":"string"},"constructor":{"type":"null"},"$ref":{"type":"string"}}',
);
const DEEP = Array.from({ length: 60 }).reduce<object>(
  (inner, _, depth) =>
    depth % 2 ? { type: 'array', items: inner } : { type: 'object', properties: { inner } },
  { type: 'string', nullable: true },
);

/** Schemas as people write them by hand, for OpenAPI 3.0, 3.1 or neither. */
const SCHEMAS: readonly unknown[] = [
  { type: 'string' },
  { type: ['string', 'null'] },
  { type: 'null' },
  { type: 'file' },
  { const: 'a' },
  { enum: ['a', null], nullable: true },
  { enum: [1, 1, '1'] },
  { type: 'array' },
  { type: 'array', items: dto },
  { type: 'array', prefixItems: [{ type: 'string' }], items: false },
  { type: 'object', properties: NAMES, required: ['constructor', 'constructor'] },
  { type: 'object', required: [] },
  { type: 'object', additionalProperties: dto, patternProperties: { '^x': { type: 'string' } } },
  {
    type: 'object',
    properties: { a: { allOf: [dto], nullable: true, description: 'A' } },
    example: { a: 1 },
  },
  { allOf: [dto, { type: 'object', properties: { more: { type: 'integer', format: 'int64' } } }] },
  { oneOf: [dto, { type: 'null' }] },
  {
    oneOf: [dto, other],
    discriminator: { propertyName: 'type', mapping: { a: '#/components/schemas/Nobody' } },
  },
  { anyOf: [{ allOf: [{ oneOf: [dto, other] }] }] },
  { not: dto },
  { if: { type: 'string' }, else: { minLength: 1 } },
  { ...dto, description: 'Beside a reference' },
  { type: 'integer', minimum: 0, exclusiveMinimum: true, format: 'int32' },
  { type: 'number', exclusiveMinimum: 5, multipleOf: 0 },
  { type: 'string', contentMediaType: 'image/png', contentEncoding: 'base64', examples: ['x'] },
  { type: 'string', pattern: '[', minLength: -1, maxLength: 1.5 },
  { type: 'string', format: 'binary', deprecated: true, writeOnly: true, xml: { name: 'x' } },
  { title: 5, description: null },
  { $ref: '#/components/schemas/Nobody' },
  { $ref: 'https://example.com/user.json' },
  { $defs: { A: { type: 'string' } }, $ref: '#/$defs/A' },
  {},
  true,
  DEEP,
];

const schema = fc.constantFrom(...SCHEMAS);
const decoration = (decorator: string, ...args: readonly unknown[]): Decoration => ({ decorator, args });
const binary = { type: 'object', properties: { file: { type: 'string', format: 'binary' } } };

/** Decorators of Nest and of its Swagger module that say more than an import can hold. */
const nest: fc.Arbitrary<readonly Decoration[]> = fc.oneof(
  schema.map((given) => [decoration('ApiBody', { schema: given })]),
  schema.map((given) => [decoration('ApiResponse', { status: 200, description: '', schema: given })]),
  schema.map((given) => [decoration('ApiQuery', { name: 'q', required: false, schema: given })]),
  schema.map((given) => [decoration('ApiHeader', { name: 'X-Kind', schema: given })]),
  fc
    .tuple(schema, fc.constantFrom('text/csv', 'application/xml', 'application/json'))
    .map(([given, mime]) => [
      decoration('ApiResponse', {
        status: 203,
        description: '',
        content: { [mime]: { schema: given, example: 'x' } },
        links: { self: { operationId: 'x' } },
      }),
    ]),
  fc.constantFrom(
    [decoration('ApiConsumes', 'multipart/form-data'), decoration('ApiBody', { schema: binary })],
    [decoration('ApiConsumes', 'text/plain', 'application/xml')],
    [decoration('ApiProduces', 'image/png', 'application/pdf')],
    [
      decoration('ApiQuery', {
        name: 'filter',
        required: false,
        style: 'deepObject',
        explode: true,
        type: 'object',
      }),
    ],
    [decoration('ApiQuery', { name: 'tags', required: false, isArray: true, type: String })],
    [decoration('ApiQuery', { name: 'kind', enum: ['a', 'b'], enumName: 'Kind_of' })],
    [decoration('ApiQuery', { name: 'page[size]', required: false })],
    [decoration('ApiHeader', { name: 'x y' })],
    [decoration('ApiResponse', { status: '2XX', description: 'Any' })],
    [
      decoration('ApiResponse', {
        status: 200,
        description: '',
        headers: { 'X-List': { schema: { type: 'array', items: {} } } },
      }),
    ],
    [decoration('ApiBearerAuth')],
    [decoration('ApiCookieAuth')],
    [decoration('ApiSecurity', 'oauth', ['a'])],
    [decoration('UseGuards', 'guard')],
    [decoration('ApiExtension', 'x-amazon-apigateway-auth', { type: 'AWS_IAM' })],
    [decoration('ApiExtension', 'x-amazon-apigateway-request-validator', 'mine')],
    [decoration('ApiExtension', 'x-amazon-apigateway-cors', {})],
    [decoration('ApiExtension', 'x-amazon-apigateway-integration', { type: 'lambda' })],
  ),
);

/** What `DocumentBuilder` can add, by its method. */
const document = fc.subarray<readonly [string, ...unknown[]]>([
  ['addServer', '/v1', 'One'],
  ['addServer', 'https://api.example.com/v2'],
  ['addSecurityRequirements', 'bearer'],
  ['addBearerAuth'],
  ['addOAuth2', { type: 'oauth2', flows: {} }],
  ['addGlobalParameters', { name: 'sid', in: 'cookie', schema: { type: 'string' } }],
  [
    'addGlobalParameters',
    { name: 'X-Request', in: 'header', required: true, schema: { type: ['string', 'null'] } },
  ],
  ['addGlobalResponse', { status: 'default', description: 'Otherwise' }],
  ['addExtension', 'x-amazon-apigateway-cors', { allowOrigins: ['*'] }],
  ['addExtension', 'x-amazon-apigateway-binary-media-types', '*/*'],
  ['addTag', 'users', 'All about them'],
]);

/** An application that says more than API Gateway takes: some of it is made right, some of it is a fault. */
export function strange(application: fc.Arbitrary<ApplicationSpec>): fc.Arbitrary<ApplicationSpec> {
  return application.chain((spec) => {
    const handlers = spec.modules.flatMap(({ controllers }) => controllers).flatMap((one) => one.handlers);
    const extra = fc.tuple(
      fc.option(service, { nil: undefined, freq: 2 }),
      fc.option(nest, { nil: [], freq: 1 }),
    );
    return fc
      .tuple(
        document,
        fc.constantFrom(...(['3.0.0', '3.1.0', '3.2.0'] as const)),
        fc.array(extra, { minLength: handlers.length, maxLength: handlers.length }),
      )
      .map(([given, openapi, extras]): ApplicationSpec => {
        const left = [...extras];
        return {
          ...spec,
          openapi,
          document: given,
          modules: spec.modules.map((module) => ({
            ...module,
            controllers: module.controllers.map((controller) => ({
              ...controller,
              handlers: controller.handlers.map((handler) => {
                const [integration, more] = left.shift()!;
                const own = handler.decorations.filter(
                  ({ decorator }) => !integration || !/^Aws(Lambda|Http|Mock|Integration)$/.test(decorator),
                );
                return {
                  ...handler,
                  decorations: [...(integration ? [integration] : []), ...own],
                  strange: more,
                };
              }),
            })),
          })),
        };
      });
  });
}
