import { describe, expect, it } from '@jest/globals';
import { renderInfo } from '../../lib/openapi/render-info.js';
import { makeDocument } from '../support/make-model.js';

describe('renderInfo', () => {
  it('always has a title and a version', () => {
    expect(renderInfo({ paths: {} })).toEqual({ info: { title: '', version: '' } });
  });

  it('has no empty description, with which no API is made', () => {
    const document = makeDocument({}, { info: { title: 'Pets', description: '' } });
    expect(renderInfo(document)).toEqual({ info: { title: 'Pets', version: '' } });
  });

  it('keeps what OpenAPI 3.0 knows, and extensions', () => {
    const contact = { name: 'Us' };
    const document = makeDocument(
      {},
      {
        info: {
          title: 'Pets',
          summary: 'Later',
          contact,
          license: { name: 'MIT', identifier: 'MIT', url: 'https://example.com' },
          'x-own': 1,
        },
        tags: [{ name: 'pets', description: 'All', kind: 'nav', parent: 'animals', summary: 'Later' }],
        externalDocs: { url: 'https://example.com' },
        jsonSchemaDialect: 'https://example.com',
      },
    );
    expect(renderInfo(document)).toEqual({
      info: {
        title: 'Pets',
        version: '',
        contact,
        license: { name: 'MIT', url: 'https://example.com' },
        'x-own': 1,
      },
      tags: [{ name: 'pets', description: 'All' }],
      externalDocs: { url: 'https://example.com' },
    });
  });
});
