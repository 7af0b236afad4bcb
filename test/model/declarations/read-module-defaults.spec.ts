import { describe, expect, it } from '@jest/globals';
import { IamAuthorizer } from '../../../lib/authorizers/iam-authorizer.js';
import { readModuleDefaults } from '../../../lib/model/declarations/read-module-defaults.js';

describe('readModuleDefaults', () => {
  it('are none without options', () => {
    expect(readModuleDefaults({})).toEqual({});
  });

  it('say what decorators would', () => {
    const authorizer = new IamAuthorizer();
    const cors = { allowOrigins: ['*'] };
    expect(
      readModuleDefaults({
        integration: { kind: 'lambda', functionArn: '${arn}', timeout: 50 },
        authorizer,
        scopes: ['a'],
        cors,
        apiKey: false,
        validation: 'none',
      }),
    ).toEqual({
      integration: {
        decorator: 'AwsLambda',
        owner: '`forRoot({ integration })`',
        args: [{ functionArn: '${arn}', timeout: 50 }],
      },
      authorizer: {
        decorator: 'AwsAuthorizer',
        owner: '`forRoot({ authorizer })`',
        args: [authorizer, { scopes: ['a'] }],
      },
      cors: { decorator: 'AwsCors', owner: '`forRoot({ cors })`', args: [cors] },
      apiKey: { decorator: 'AwsApiKey', args: [false] },
      validation: { decorator: 'AwsValidation', args: ['none'] },
    });
  });

  it('give an integration object as it is', () => {
    const integration = { type: 'mock' } as const;
    expect(readModuleDefaults({ integration: { kind: 'integration', ...integration } })).toEqual({
      integration: { decorator: 'AwsIntegration', owner: '`forRoot({ integration })`', args: [integration] },
    });
  });
});
