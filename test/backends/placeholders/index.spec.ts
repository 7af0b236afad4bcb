import { Controller, Get, Post } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { AwsAuthorizer, AwsLambda, AwsSqs, AwsCors, CognitoAuthorizer } from 'nestjs-aws-gateway';
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
    const list = describePlaceholders(model).placeholders;
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
});
