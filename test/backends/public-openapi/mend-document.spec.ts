import { describe, expect, it } from '@jest/globals';
import { mendDocument } from '../../../lib/backends/public-openapi/mend-document.js';
import type { OpenApiDocument } from '../../../lib/openapi/openapi.js';

const documentOf = (operation: object, schemas: object = {}): OpenApiDocument =>
  ({
    openapi: '3.0.0',
    info: { title: 'T', version: '1' },
    paths: { '/a': { get: operation } },
    components: { schemas, securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'k' } } },
  }) as unknown as OpenApiDocument;

describe('mendDocument', () => {
  it('returns a valid document as it is', () => {
    const document = documentOf(
      { responses: { 200: { description: '' }, 404: { $ref: '#/components/responses/None' } } },
      { Dto: { type: 'object', properties: { type: { type: 'string', default: { type: 'any' } } } } },
    );
    expect(mendDocument(document)).toBe(document);
  });

  it('writes types as OpenAPI does', () => {
    const given = { any: 'any', text: 'String', count: 'int', file: 'file', other: 'Money' };
    const properties = Object.fromEntries(Object.entries(given).map(([name, type]) => [name, { type }]));
    const mended = mendDocument(documentOf({ responses: {} }, { Dto: { type: 'Object', properties } }));
    expect(mended.components?.['schemas']).toEqual({
      Dto: {
        type: 'object',
        properties: {
          any: {},
          text: { type: 'string' },
          count: { type: 'integer' },
          file: { type: 'string', format: 'binary' },
          other: { type: 'Money' },
        },
      },
    });
  });

  it('drops `required: null`, and describes answers', () => {
    const schema = { type: 'string' };
    const parameters = [
      { name: 'q', in: 'query', required: null, schema },
      { name: 'id', in: 'path', required: null, schema },
    ];
    const mended = mendDocument(documentOf({ parameters, responses: { 200: {}, 400: 'Wrong' } }));
    expect(mended.paths['/a']!['get']).toEqual({
      parameters: [
        { name: 'q', in: 'query', schema },
        { name: 'id', in: 'path', required: true, schema },
      ],
      responses: { 200: { description: '' }, 400: { description: 'Wrong' } },
    });
  });

  it('drops repetitions and empty lists', () => {
    const page = { name: 'page', in: 'query', schema: { type: 'number' } };
    const parameters = [
      page,
      { ...page, schema: { type: 'string' } },
      { ...page, in: 'header' },
      { $ref: '#/components/parameters/P' },
      { $ref: '#/components/parameters/P' },
    ];
    const mended = mendDocument({
      ...documentOf(
        { parameters, tags: ['a'], responses: { 200: { description: '' } } },
        { Dto: { required: ['a', 'a'] }, Free: { required: [], properties: { required: { enum: [] } } } },
      ),
      tags: [{ name: 'a' }, { name: 'b' }, { name: 'a', description: 'again' }],
    } as unknown as OpenApiDocument);
    expect(mended.paths['/a']!['get']).toMatchObject({
      parameters: [page, { ...page, in: 'header' }, { $ref: '#/components/parameters/P' }],
      tags: ['a'],
    });
    expect(mended['tags']).toEqual([{ name: 'a' }, { name: 'b' }]);
    expect(mended.components?.['schemas']).toEqual({
      Dto: { required: ['a'] },
      Free: { properties: { required: {} } },
    });
  });
});
