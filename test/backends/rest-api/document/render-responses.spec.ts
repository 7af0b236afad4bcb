import { describe, expect, it } from '@jest/globals';
import { createModels } from '../../../../lib/backends/rest-api/models/render-models.js';
import { renderResponses } from '../../../../lib/backends/rest-api/document/render-responses.js';
import type { RenderedIntegration } from '../../../../lib/backends/rest-api/integrations/rendered-integration.js';
import type { OpenApiOperation } from '../../../../lib/openapi/openapi.js';
import { makeDocument } from '../../../support/make-model.js';

const render = (responses: OpenApiOperation['responses'] = {}, integration?: RenderedIntegration): unknown =>
  renderResponses({ responses }, createModels([makeDocument({})]), 'Op', integration);
const header = { schema: { type: 'string' } };

describe('renderResponses', () => {
  it('are never none', () => {
    expect(render(undefined)).toEqual({ 200: { description: '' } });
  });

  it('keep descriptions, headers and JSON models', () => {
    const object = { type: 'object', properties: { a: { type: 'string' } } };
    const responses = {
      200: {
        description: 'Fine',
        headers: { ETag: { description: 'Tag', schema: { type: 'integer' } }, 'X[a]': {} },
        content: {
          'Application/JSON; charset=utf-8': { schema: object },
          'text/csv': { schema: { type: 'string' } },
        },
        links: {},
      },
      404: { description: 'None', content: { 'text/plain': { schema: { type: 'string' } } } },
    };
    expect(render(responses)).toEqual({
      200: {
        description: 'Fine',
        headers: { ETag: header },
        content: { 'application/json': { schema: { $ref: '#/components/schemas/OpResponse200' } } },
      },
      404: { description: 'None' },
    });
  });

  it('name the models of primitive answers', () => {
    const content = { 'application/json': { schema: { type: 'string' } } };
    expect(render({ 200: { description: '', content } })).toEqual({
      200: {
        description: '',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/StringValue' } } },
      },
    });
  });

  it('declare every status and header that the integration maps', () => {
    const integration: RenderedIntegration = {
      responses: {
        default: { statusCode: '200', responseParameters: { 'method.response.header.X-A': "'a'" } },
        '5\\d{2}': { statusCode: '502' },
      },
    };
    expect(render({ 200: { description: 'Fine', headers: { ETag: {} } } }, integration)).toEqual({
      200: { description: 'Fine', headers: { ETag: header, 'X-A': header } },
      502: { description: '' },
    });
  });
});
