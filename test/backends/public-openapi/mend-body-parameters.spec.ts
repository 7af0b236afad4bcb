import { describe, expect, it } from '@jest/globals';
import { mendDocument } from '../../../lib/backends/public-openapi/mend-document.js';
import type { OpenApiDocument } from '../../../lib/openapi/openapi.js';

const refTo = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const inBody = (name: string, schema = refTo(name)): object => ({ name, in: 'body', required: true, schema });
const query = { name: 'q', in: 'query', schema: { type: 'string' } };

/** The operation as it comes out, of one whose first `@Body()` has the schema. */
function mended(schema: object, ...parameters: readonly object[]): unknown {
  const requestBody = { required: true, content: { 'application/json': { schema } } };
  const operation = { parameters, requestBody, responses: {} };
  const document = {
    openapi: '3.0.0',
    info: { title: 'T', version: '1' },
    paths: { '/a': { post: operation } },
  };
  return mendDocument(document as unknown as OpenApiDocument).paths['/a']!['post'];
}

describe('bodies among the parameters, as Nest 11 writes a second `@Body()`', () => {
  it('are parts of the body', () => {
    expect(mended(refTo('PageIdDto'), query, inBody('PaginationDto'), inBody('SortDto'))).toEqual({
      parameters: [query],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { allOf: [refTo('PageIdDto'), refTo('PaginationDto'), refTo('SortDto')] },
          },
        },
      },
      responses: {},
    });
  });

  it('are left out where they do not fit together', () => {
    const list = { type: 'array', items: { type: 'string' } };
    expect(mended(refTo('PageIdDto'), inBody('list', list))).toMatchObject({
      parameters: [],
      requestBody: { content: { 'application/json': { schema: refTo('PageIdDto') } } },
    });
  });

  it('are left out where the operation has no body', () => {
    const document = {
      openapi: '3.0.0',
      info: { title: 'T', version: '1' },
      paths: { '/a': { get: { parameters: [inBody('Dto')], responses: {} } } },
    };
    expect(mendDocument(document as unknown as OpenApiDocument).paths['/a']!['get']).toEqual({
      parameters: [],
      responses: {},
    });
  });
});
