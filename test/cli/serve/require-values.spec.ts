import { describe, expect, it } from '@jest/globals';
import { listNeeded, requireValues } from '../../../lib/cli/serve/require-values.js';
import { NotServed } from '../../../lib/testing/gateway/not-served.js';
import { gatewayCall } from '../../support/gateway-call.js';

const SENT = {
  request: { method: 'POST', uri: 'arn', path: '/', query: {}, headers: {}, body: '{}' },
  body: new Uint8Array(),
};
const template = { requestTemplates: { 'application/json': '{"TableName":"${users_table}$input.body"}' } };
const parameters = { requestParameters: { 'integration.request.header.x': "'${users_table}'" } };

describe('a placeholder without a value', () => {
  const call = requireValues(
    async () => ({ status: 200, headers: [], body: new Uint8Array() }),
    ['users_table'],
  );

  it.each([
    ['a template', { type: 'aws', ...template }],
    ['a mapping to a service', { type: 'aws', ...parameters }],
    ['a template for a backend', { type: 'http', ...template }],
  ])('is not sent as nothing by %s', async (_, integration) => {
    const given = gatewayCall({ integration });
    for (const turn of [1, 2]) {
      const refused = call(given, SENT).then(
        () => turn,
        (thrown: unknown) => thrown,
      );
      expect(await refused).toBeInstanceOf(NotServed);
      expect(((await refused) as NotServed).message).toContain('`users_table`');
      expect(((await refused) as NotServed).message).toContain('--var users_table=VALUE');
    }
  });

  it.each([
    ['another name', { type: 'aws', requestTemplates: { 'application/json': '${other}' } }],
    ['a header for a backend', { type: 'http_proxy', ...parameters }],
  ])('does not matter to %s', async (_, integration) => {
    expect((await call(gatewayCall({ integration }), SENT)).status).toBe(200);
  });

  it('is listed once for the API', () => {
    const operation = { 'x-amazon-apigateway-integration': { type: 'aws', ...template } };
    const paths = { '/a': { get: operation, post: operation }, '/b': { get: {} } };
    expect(listNeeded({ paths }, ['other', 'users_table'])).toEqual(['users_table']);
  });
});
