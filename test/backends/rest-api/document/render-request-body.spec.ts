import { describe, expect, it } from '@jest/globals';
import { createModels } from '../../../../lib/backends/rest-api/models/render-models.js';
import { renderRequestBody } from '../../../../lib/backends/rest-api/document/render-request-body.js';
import { makeDocument } from '../../../support/make-model.js';

const pet = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };
const models = () => createModels([makeDocument({}, { components: { schemas: { Pet: pet } } })]);
const reference = (name: string) => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});
const json = { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } };

describe('renderRequestBody', () => {
  it('keeps what import knows of a JSON body', () => {
    const requestBody = {
      description: 'A pet',
      required: true,
      content: { ...json, 'multipart/form-data': { schema: pet } },
    };
    expect(renderRequestBody({ requestBody }, models(), 'x', { validated: true })).toEqual({
      description: 'A pet',
      required: true,
      ...reference('Pet'),
    });
  });

  it('is nothing for other types, and for JSON without a schema', () => {
    const other = { content: { 'multipart/form-data': { schema: pet }, 'application/xml': {} } };
    for (const requestBody of [undefined, other, { content: { 'application/json': {} } }]) {
      expect(renderRequestBody({ requestBody }, models(), 'x', { validated: true })).toBeUndefined();
    }
  });

  it('may be missing only where it is checked as an empty object', () => {
    const requestBody = { required: false, content: json };
    expect(renderRequestBody({ requestBody }, models(), 'x', { validated: false })).toEqual(reference('Pet'));
    expect(renderRequestBody({ requestBody }, models(), 'x', { validated: true })).toEqual(reference('x'));
  });
});
