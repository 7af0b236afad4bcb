import { describe, expect, it } from '@jest/globals';
import { createSchemaLookup } from '../../lib/openapi/find-referenced.js';
import { resolveOperation } from '../../lib/openapi/resolve-operation.js';
import { makeDocument } from '../support/make-model.js';

const fail = { description: 'Fails', content: { 'application/json': { schema: { type: 'string' } } } };
const lookup = createSchemaLookup([
  undefined,
  makeDocument(
    {},
    {
      components: {
        parameters: { Page: { name: 'page', in: 'query', schema: { type: 'integer' } } },
        requestBodies: {
          Any: { required: true, content: {} },
          Alias: { $ref: '#/components/requestBodies/Any' },
        },
        responses: { Fail: fail },
      },
    },
  ),
]);
const responses = (given: Readonly<Record<string, object>>): unknown =>
  resolveOperation({ responses: given as never }, lookup).responses;

describe('resolveOperation', () => {
  it('leaves out nothing, and adds nothing', () => {
    expect(resolveOperation({ operationId: 'a', 'x-own': 1 }, lookup)).toEqual({
      operationId: 'a',
      'x-own': 1,
    });
  });

  it('writes components in place, and drops what leads nowhere', () => {
    expect(
      resolveOperation(
        {
          parameters: [
            { $ref: '#/components/parameters/Page' },
            { $ref: '#/components/parameters/No' },
            { name: '', in: 'query' },
          ] as never,
          requestBody: { $ref: '#/components/requestBodies/Alias' },
          responses: {
            400: { $ref: '#/components/responses/Fail' },
            404: { $ref: '#/components/responses/No' },
          },
        },
        lookup,
      ),
    ).toEqual({
      parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }],
      requestBody: { required: true, content: {} },
      responses: { 400: fail },
    });
  });

  it('keeps the description beside a reference', () => {
    const $ref = '#/components/responses/Fail';
    expect(responses({ 400: { description: 'Bad', $ref }, 500: { description: '', $ref } })).toEqual({
      400: { ...fail, description: 'Bad' },
      500: fail,
    });
  });

  it('puts ranges under their first status, unless that has an answer of its own', () => {
    const [own, range] = [{ description: 'Own' }, { description: 'Range' }];
    expect(responses({ '2XX': range, '4xx': range, 400: own })).toEqual({ 200: range, 400: own });
    expect(responses({ '6XX': range, 99: own })).toEqual({});
  });

  it('takes `default` for the answer of success where there is no other', () => {
    const [own, other] = [{ description: 'Own' }, { description: 'Other' }];
    expect(responses({ default: other })).toEqual({ 200: other });
    expect(responses({ 404: own, default: other })).toEqual({ 200: other, 404: own });
    expect(responses({ 201: own, default: other })).toEqual({ 201: own });
    expect(responses({ '2XX': own, default: other })).toEqual({ 200: own });
  });
});
