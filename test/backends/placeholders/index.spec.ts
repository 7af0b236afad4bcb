import { Controller, Get, Post } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import {
  AwsAuthorizer,
  AwsCors,
  AwsHttp,
  AwsLambda,
  AwsSqs,
  CognitoAuthorizer,
  JwtAuthorizer,
  LambdaAuthorizer,
  type AwsGatewayId,
} from 'nestjs-aws-gateway';
import { describePlaceholders } from '../../../lib/backends/placeholders/index.js';
import { compileControllers } from '../../support/create-app.js';

const users = new CognitoAuthorizer({ name: 'users', userPoolArns: ['${pool_arn}'] });

@Controller('jobs')
@AwsCors({ allowOrigins: ['https://${host}', '${origin}'] })
class JobsController {
  @Get()
  @AwsLambda('${list_arn}')
  list(): void {}

  @Post()
  @AwsSqs({ queueUrl: '${jobs_url}', message: 'go', credentials: '${role}' })
  @AwsAuthorizer(users)
  create(): void {}
}

describe('describePlaceholders', () => {
  it('names what each placeholder is, the routes that need it and the decorators that name it', async () => {
    const { model } = await compileControllers([JobsController], { region: '${region}' });
    const list = describePlaceholders({ model }).placeholders;
    expect(Object.fromEntries(list.map(({ name, ...rest }) => [name, rest]))).toEqual({
      host: {
        kind: 'a part of `allowOrigins`',
        options: ['allowOrigins'],
        routes: ['GET /jobs', 'POST /jobs'],
        declaredBy: ['@AwsCors on JobsController'],
      },
      jobs_url: {
        kind: 'an https:// or http:// URL',
        options: ['queueUrl'],
        routes: ['POST /jobs'],
        declaredBy: ['@AwsSqs on JobsController.create'],
      },
      list_arn: {
        kind: 'the ARN of a Lambda function',
        options: ['functionArn'],
        routes: ['GET /jobs'],
        declaredBy: ['@AwsLambda on JobsController.list'],
      },
      origin: {
        kind: 'an origin: scheme, host and port in lower case, without a slash at the end',
        options: ['allowOrigins'],
        routes: ['GET /jobs', 'POST /jobs'],
        declaredBy: ['@AwsCors on JobsController'],
      },
      pool_arn: {
        kind: 'the ARN of a Cognito user pool',
        options: ['userPoolArns'],
        routes: ['POST /jobs'],
        declaredBy: ['@AwsAuthorizer on JobsController.create'],
      },
      region: { kind: 'an AWS region', options: ['region'], routes: [], declaredBy: ['forRoot({ region })'] },
      role: {
        kind: 'the ARN of an IAM role',
        options: ['credentials'],
        routes: ['POST /jobs'],
        declaredBy: ['@AwsSqs on JobsController.create'],
      },
    });
  });

  it('names what the gateway of a run needs, not what another one does', async () => {
    const tokens = new JwtAuthorizer({
      name: 'tokens',
      issuer: '${issuer}',
      audience: ['shop'],
      kong: { publicKeys: [{ pem: '${public_key}' }] },
    });
    const fn = new LambdaAuthorizer({
      name: 'fn',
      functionArn: '${guard_arn}',
      kong: { plugin: 'opa', config: { url: '${opa_url}' } },
    });
    @Controller()
    class GuardedController {
      @Get('a')
      @AwsHttp({ baseUrl: 'https://internal.example.com', vpcLink: '${link_id}', target: '${listener_arn}' })
      @AwsAuthorizer(tokens)
      a(): void {}

      @Get('b')
      @AwsHttp('${backend_url}')
      @AwsAuthorizer(fn)
      b(): void {}
    }
    const names = async (gateway: AwsGatewayId): Promise<readonly string[]> => {
      const { outputs } = await compileControllers([GuardedController], { gateway, credentials: '${role}' });
      return describePlaceholders(outputs.placeholders).placeholders.map(({ name }) => name);
    };
    expect(await names('http-api')).toEqual([
      'backend_url',
      'guard_arn',
      'issuer',
      'link_id',
      'listener_arn',
    ]);
    expect(await names('rest-api')).toEqual(['backend_url', 'guard_arn']);
    expect(await names('kong')).toEqual(['backend_url', 'issuer', 'opa_url', 'public_key']);
  });

  it('names a URL in one way, whether it is written whole or as the base of the path', async () => {
    @Controller()
    class UrlController {
      @Get('a')
      @AwsHttp('https://${base_host}/api')
      a(): void {}

      @Get('b')
      @AwsHttp({ url: 'https://${url_host}/b' })
      b(): void {}

      @Get('c')
      @AwsHttp('${whole}')
      c(): void {}
    }
    const { model } = await compileControllers([UrlController]);
    const list = describePlaceholders({ model }).placeholders;
    expect(list.map(({ name, kind }) => [name, kind])).toEqual([
      ['base_host', 'a part of a URL'],
      ['url_host', 'a part of a URL'],
      ['whole', 'an https:// or http:// URL'],
    ]);
  });
});
