import { describe, expect, it } from '@jest/globals';
import { sortDocument } from '../../lib/openapi/sort-document.js';
import type { JsonObject } from '../../lib/openapi/openapi.js';

const operation = { responses: {} };

describe('sortDocument', () => {
  it('sorts paths, their verbs and every section of components, and nothing else', () => {
    const schema = { type: 'object', properties: { b: {}, a: {} } };
    const sorted = sortDocument({
      openapi: '3.0.0',
      paths: { '/b': { post: operation, get: operation }, '/a/{x}': {}, '/B': {}, '/a': {} },
      info: { title: 't' },
      components: { securitySchemes: { z: {}, k: {} }, schemas: { User: schema, Cat: {} } },
      tags: [{ name: 'b' }, { name: 'a' }],
    });
    expect(JSON.stringify(sorted)).toBe(
      JSON.stringify({
        openapi: '3.0.0',
        paths: { '/B': {}, '/a': {}, '/a/{x}': {}, '/b': { get: operation, post: operation } },
        info: { title: 't' },
        components: { schemas: { Cat: {}, User: schema }, securitySchemes: { k: {}, z: {} } },
        tags: [{ name: 'b' }, { name: 'a' }],
      }),
    );
  });

  it('does not change the document that it is given', () => {
    const document = { paths: { '/b': {}, '/a': {} }, components: { schemas: { B: {}, A: {} } } };
    const before = JSON.stringify(document);
    sortDocument(document);
    expect(JSON.stringify(document)).toBe(before);
  });

  it('needs no components, and keeps a name that objects treat specially', () => {
    const schemas = JSON.parse('{ "b": {}, "__proto__": { "type": "string" } }') as Record<
      string,
      JsonObject
    >;
    expect(JSON.stringify(sortDocument({ paths: {} }))).toBe('{"paths":{}}');
    expect(JSON.stringify(sortDocument({ paths: {}, components: { schemas } }).components)).toBe(
      '{"schemas":{"__proto__":{"type":"string"},"b":{}}}',
    );
  });
});
