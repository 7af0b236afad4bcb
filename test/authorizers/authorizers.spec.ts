import { describe, expect, it } from '@jest/globals';
import { CognitoAuthorizer, IamAuthorizer, JwtAuthorizer, LambdaAuthorizer } from 'nestjs-aws-gateway';

describe('an authorizer', () => {
  it('is data: a kind and the options as they were given', () => {
    const lambda = { name: 'bearer', functionArn: '${arn}' };
    const cognito = { name: 'pool', userPoolArns: ['${arn}'] };
    expect({ ...new LambdaAuthorizer(lambda) }).toEqual({ kind: 'lambda', options: lambda });
    expect({ ...new CognitoAuthorizer(cognito) }).toEqual({ kind: 'cognito', options: cognito });
    const jwt = { name: 'jwt', issuer: 'https://id.example.com', audience: ['shop'] };
    expect({ ...new JwtAuthorizer(jwt) }).toEqual({ kind: 'jwt', options: jwt });
    expect({ ...new IamAuthorizer() }).toEqual({ kind: 'iam', options: {} });
  });

  it('checks nothing', () => {
    for (const given of [undefined, null, 3, 'x'])
      for (const create of [LambdaAuthorizer, CognitoAuthorizer, JwtAuthorizer, IamAuthorizer])
        expect(() => new create(given as never)).not.toThrow();
  });
});
