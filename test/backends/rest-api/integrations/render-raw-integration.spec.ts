import { describe, expect, it } from '@jest/globals';
import { renderRawIntegration } from '../../../../lib/backends/rest-api/integrations/render-raw-integration.js';

describe('renderRawIntegration', () => {
  it('is the object as it is', () => {
    const object = { type: 'http', anything: [1, { deep: true }] };
    expect(renderRawIntegration({ kind: 'raw', object })).toEqual(object);
  });

  it('writes a status as the text that API Gateway stores', () => {
    const object = { type: 'http', responses: { default: { statusCode: 200, responseTemplates: {} } } };
    expect(renderRawIntegration({ kind: 'raw', object })).toEqual({
      type: 'http',
      responses: { default: { statusCode: '200', responseTemplates: {} } },
    });
  });

  it('writes a verb in the upper case that API Gateway knows', () => {
    expect(renderRawIntegration({ kind: 'raw', object: { type: 'http', httpMethod: 'get' } })).toEqual({
      type: 'http',
      httpMethod: 'GET',
    });
    const httpMethod = { '@deploy': [{ placeholder: 'verb' }] };
    expect(renderRawIntegration({ kind: 'raw', object: { type: 'http', httpMethod } })).toEqual({
      type: 'http',
      httpMethod,
    });
  });

  it('leaves out the responses of a proxy, which has none', () => {
    for (const type of ['aws_proxy', 'HTTP_PROXY']) {
      const object = { type, responses: { default: { statusCode: 200 } } };
      expect(renderRawIntegration({ kind: 'raw', object })).toEqual({ type });
    }
  });
});
