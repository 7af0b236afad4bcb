import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { mendMembers } from '../../../lib/backends/public-openapi/mend-members.js';
import type { OpenApiDocument } from '../../../lib/openapi/openapi.js';

const documentOf = (schema: object, operation: object = {}, openapi = '3.0.0'): OpenApiDocument =>
  ({
    openapi,
    info: { title: 'T', version: '1' },
    paths: { '/a': { get: { ...operation, responses: { 200: { description: '' } } } } },
    components: { schemas: { Dto: schema } },
  }) as unknown as OpenApiDocument;

const mend = async (schema: object, openapi?: string): Promise<unknown> => {
  const mended = mendMembers(documentOf({ type: 'object', properties: { a: schema } }, {}, openapi));
  const { valid, errors } = await new Validator().validate(structuredClone({ ...mended }));
  expect(valid ? [] : errors).toEqual([]);
  return (mended.components!['schemas'] as Record<string, { properties: object }>)['Dto']!.properties;
};

describe('mendMembers', () => {
  it.each(['3.0.0', '3.1.0'])('returns a valid document of %s as it is', (openapi) => {
    const schema = {
      type: 'object',
      properties: { const: { type: 'string', minimum: 1 } },
      'x-a': { const: 1 },
    };
    const parameters = [{ name: 'type', in: 'query', schema, example: { const: 1 } }, { $ref: '#/a' }];
    const document = documentOf(schema, { parameters }, openapi);
    expect(mendMembers(document)).toBe(document);
  });

  it.each([
    [
      { type: ['string', 'null'], maxLength: 5 },
      { type: 'string', nullable: true, maxLength: 5 },
    ],
    [{ type: ['integer'] }, { type: 'integer' }],
    [{ type: ['string', 'number'] }, { anyOf: [{ type: 'string' }, { type: 'number' }] }],
    [{ type: 'null' }, { nullable: true, enum: [null] }],
    [
      { type: 'number', exclusiveMinimum: 1 },
      { type: 'number', minimum: 1, exclusiveMinimum: true },
    ],
    [
      { type: 'number', exclusiveMinimum: 1, minimum: 2 },
      { type: 'number', minimum: 2 },
    ],
    [
      { type: 'number', exclusiveMaximum: 1, maximum: 2 },
      { type: 'number', maximum: 1, exclusiveMaximum: true },
    ],
    [{ const: 'a' }, { enum: ['a'] }],
    [
      { type: 'string', examples: ['a', 'b'] },
      { type: 'string', example: 'a' },
    ],
    [
      { type: 'string', contentEncoding: 'base64' },
      { type: 'string', format: 'byte' },
    ],
    [
      { type: 'string', contentMediaType: 'image/png' },
      { type: 'string', format: 'binary' },
    ],
    [
      { $schema: 'http://json-schema.org/draft-07/schema#', $comment: 'c', type: 'string' },
      { type: 'string' },
    ],
    [
      { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
      { type: 'array', items: { anyOf: [{ type: 'string' }, { nullable: true, enum: [null] }] } },
    ],
  ])('writes %j in the words of 3.0', async (given, expected) => {
    expect(await mend(given)).toEqual({ a: expected });
  });

  it('writes the exclusive bounds of 3.0 in those of 3.1', async () => {
    const given = { type: 'number', minimum: 1, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: false };
    expect(await mend(given, '3.1.0')).toEqual({ a: { type: 'number', exclusiveMinimum: 1, maximum: 5 } });
  });

  it('puts into the schema of a parameter what belongs there', () => {
    const parameters = [
      {
        name: 'a',
        in: 'query',
        readOnly: true,
        default: 1,
        isArray: false,
        schema: { type: 'number', default: 2 },
      },
      {
        name: 'b',
        in: 'query',
        selfRequired: true,
        title: 'B',
        schema: { $ref: '#/components/schemas/Dto' },
      },
      { name: 'c', in: 'query', odd: 1, schema: {} },
    ];
    expect(mendMembers(documentOf({}, { parameters })).paths['/a']!['get']).toMatchObject({
      parameters: [
        { name: 'a', in: 'query', schema: { readOnly: true, type: 'number', default: 2 } },
        { name: 'b', in: 'query', schema: { title: 'B', allOf: [{ $ref: '#/components/schemas/Dto' }] } },
        { name: 'c', in: 'query', odd: 1, schema: {} },
      ],
    });
  });
});
