import { describe, expect, it } from '@jest/globals';
import { GatewayFault } from '../../../../lib/testing/gateway/gateway-fault.js';
import { deployDocument } from '../../../../lib/testing/gateway/integration-document.js';
import { NO_PORTS } from '../../../../lib/testing/gateway/local-gateway-ports.js';
import { createLocalGateway } from '../../../../lib/testing/gateway/local/create-local-gateway.js';
import { localRequest, readLocal } from '../../../support/local-request.js';
import { LAMBDA, type Json } from '../../../support/tested-route.js';

async function refused(responses: Json) {
  const document = deployDocument(
    {
      paths: { '/f': { get: { 'x-amazon-apigateway-integration': { type: 'aws_proxy', uri: LAMBDA } } } },
      'x-amazon-apigateway-gateway-responses': responses,
    },
    {},
  );
  const gateway = createLocalGateway(
    document,
    { stage: 'test', prefix: '', stageVariables: {}, apiId: 'a', accountId: '1' },
    {
      ...NO_PORTS,
      invokeFunction: async () => {
        throw new GatewayFault('DEFAULT_5XX', undefined, 502);
      },
    },
  );
  return await readLocal(await gateway(localRequest('GET /f', {})));
}

describe('a malformed result of a function', () => {
  it('is 502', async () => {
    expect((await refused({})).status).toBe(502);
    expect((await refused({ DEFAULT_5XX: { responseTemplates: { 'text/plain': 'no' } } })).body).toBe('no');
  });

  it('has the status of the document', async () => {
    expect((await refused({ DEFAULT_5XX: { statusCode: '503' } })).status).toBe(503);
  });
});
