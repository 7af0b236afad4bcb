import { describe, expect, it } from '@jest/globals';
import { renderHttpIntegration } from '../../../../lib/backends/rest-api/integrations/render-http-integration.js';
import { writeTree } from '../../../../lib/values/deploy-tree.js';
import { parseDeployValue } from '../../../../lib/values/deploy-value.js';

describe('renderHttpIntegration', () => {
  it('maps each path parameter of the URL', () => {
    const integration = renderHttpIntegration({
      kind: 'http',
      url: parseDeployValue('https://${host}/{id}/{rest}'),
      method: 'ANY',
      pathParameters: ['id', 'rest'],
      insecureSkipVerification: false,
    });
    expect(writeTree(integration)).toEqual({
      type: 'http_proxy',
      httpMethod: 'ANY',
      uri: 'https://${host}/{id}/{rest}',
      requestParameters: {
        'integration.request.path.id': 'method.request.path.id',
        'integration.request.path.rest': 'method.request.path.rest',
      },
    });
  });

  it('goes through a VPC link', () => {
    const integration = renderHttpIntegration({
      kind: 'http',
      url: parseDeployValue('https://internal'),
      method: 'GET',
      pathParameters: [],
      vpcLink: parseDeployValue('${vpc_link_id}'),
      timeout: 1000,
      insecureSkipVerification: true,
    });
    expect(writeTree(integration)).toEqual({
      type: 'http_proxy',
      httpMethod: 'GET',
      uri: 'https://internal',
      connectionType: 'VPC_LINK',
      connectionId: '${vpc_link_id}',
      timeoutInMillis: 1000,
      tlsConfig: { insecureSkipVerification: true },
    });
  });
});
