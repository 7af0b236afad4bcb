import { describe, expect, it } from '@jest/globals';
import { renderRawIntegration } from '../../../lib/backends/rest-api/render-raw-integration.js';

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
});
