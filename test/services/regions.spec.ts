import { Controller, Param, Post, type Type } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import {
  AwsAuthorizer,
  AwsDynamoDb,
  AwsEventBridge,
  AwsKinesis,
  AwsLambda,
  AwsS3,
  AwsService,
  AwsSns,
  AwsSqs,
  AwsStepFunctions,
  LambdaAuthorizer,
  fromPath,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { compileControllers } from '../support/create-app.js';

const FUNCTION = 'arn:aws:lambda:us-west-2:111122223333:function:f';

/** A controller of one route, `POST /{id}`. */
function controllerWith(...decorators: readonly MethodDecorator[]): Type {
  class OneController {
    one(_id: string): void {}
  }
  const { prototype } = OneController;
  Param('id')(prototype, 'one', 0);
  Reflect.defineMetadata('design:paramtypes', [String], prototype, 'one');
  Reflect.decorate(
    [...decorators, Post(':id')],
    prototype,
    'one',
    Object.getOwnPropertyDescriptor(prototype, 'one'),
  );
  Reflect.decorate([Controller()], OneController);
  return OneController;
}

interface Document {
  readonly paths: { readonly '/{id}': { readonly post: Readonly<Record<string, unknown>> } };
}

const compile = async (decorator: MethodDecorator, options: AwsGatewayOptions = {}) =>
  compileControllers([controllerWith(decorator)], { credentials: '${role}', ...options });

async function integrationOf(decorator: MethodDecorator, options?: AwsGatewayOptions) {
  const { privateDocument, diagnostics } = await compile(decorator, options);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return (writeTree(privateDocument) as unknown as Document).paths['/{id}'].post[
    'x-amazon-apigateway-integration'
  ] as { readonly uri: string; readonly requestParameters: Readonly<Record<string, string>> };
}

const regionOf = async (decorator: MethodDecorator): Promise<string> =>
  /^arn:\$\{AWS::Partition\}:apigateway:(.+?):(?:\w+):(?:action|path)\//.exec(
    (await integrationOf(decorator)).uri,
  )![1]!;

const message = { id: fromPath('id') };

describe('the region that a function or a service is called in', () => {
  it.each<[string, string, MethodDecorator]>([
    ['function', 'us-west-2', AwsLambda(FUNCTION)],
    ['alias', 'us-west-2', AwsLambda(`${FUNCTION}:live`)],
    ['streaming function', 'us-west-2', AwsLambda({ functionArn: FUNCTION, streaming: true })],
    ['function', '${region}', AwsLambda('arn:aws:lambda:${region}:${account_id}:function:f')],
    ['topic', 'us-west-2', AwsSns({ topicArn: 'arn:aws:sns:us-west-2:111122223333:alerts', message })],
    ['topic', '${region}', AwsSns({ topicArn: 'arn:aws:sns:${region}:${account_id}:alerts', message })],
    [
      'table',
      'us-west-2',
      AwsDynamoDb({
        action: 'DeleteItem',
        table: 'arn:aws:dynamodb:us-west-2:111122223333:table/users',
        key: { pk: fromPath('id') },
      }),
    ],
    [
      'workflow',
      'us-west-2',
      AwsStepFunctions({
        action: 'StartExecution',
        stateMachineArn: 'arn:aws:states:us-west-2:111122223333:stateMachine:w',
      }),
    ],
    [
      'event bus',
      'us-west-2',
      AwsEventBridge({
        eventBus: 'arn:aws:events:us-west-2:111122223333:event-bus/b',
        source: 's',
        detailType: 't',
        detail: { id: fromPath('id') },
      }),
    ],
    ...[
      'https://sqs.us-west-2.amazonaws.com',
      'https://sqs-fips.us-west-2.amazonaws.com',
      'https://sqs.us-west-2.api.aws',
      'https://us-west-2.queue.amazonaws.com',
      'https://vpce-1a2b.sqs.us-west-2.vpce.amazonaws.com',
    ].map((host): [string, string, MethodDecorator] => [
      `queue at ${host}`,
      'us-west-2',
      AwsSqs({ queueUrl: `${host}/111122223333/jobs`, message }),
    ]),
    [
      'queue',
      '${region}',
      AwsSqs({ queueUrl: 'https://sqs.${region}.amazonaws.com/${account_id}/${jobs}', message }),
    ],
  ])('is that of the %s: %s', async (_, region, decorator) => {
    expect(await regionOf(decorator)).toBe(region);
  });

  it.each<[string, MethodDecorator]>([
    ['a placeholder', AwsLambda('${function_arn}')],
    ['a topic that is a placeholder', AwsSns({ topicArn: '${topic_arn}', message })],
    ['a queue that is a placeholder', AwsSqs({ queueUrl: '${queue_url}', message })],
    ['a queue of an emulator', AwsSqs({ queueUrl: 'http://sqs.us-west-2.localhost:4566/1/jobs', message })],
    ['a variable of the stage', AwsLambda('arn:aws:lambda:${stageVariables.region}:111122223333:function:f')],
    ['a name', AwsKinesis({ stream: 'clicks', partitionKey: fromPath('id'), data: message })],
  ])("is the API's for %s", async (_, decorator) => {
    expect(await regionOf(decorator)).toBe('${AWS::Region}');
  });

  const region = 'us-west-2';
  it.each<[string, MethodDecorator, string]>([
    [
      's3',
      AwsS3({ action: 'DeleteObject', bucket: 'files', key: fromPath('id'), region }),
      'arn:aws:s3:::files/*',
    ],
    [
      'kinesis',
      AwsKinesis({ stream: 'clicks', partitionKey: fromPath('id'), data: message, region }),
      'arn:aws:kinesis:us-west-2:111122223333:stream/clicks',
    ],
    ['sns', AwsSns({ topicArn: '${topic_arn}', message, region }), '${topic_arn}'],
    ['sqs', AwsSqs({ queueName: 'jobs', message, region }), 'arn:aws:sqs:us-west-2:111122223333:jobs'],
    [
      'dynamodb',
      AwsDynamoDb({ action: 'DeleteItem', table: 'users', key: { pk: fromPath('id') }, region }),
      'arn:aws:dynamodb:us-west-2:111122223333:table/users',
    ],
    [
      'ssm',
      AwsService({ service: 'ssm', action: 'GetParameter', body: { Name: fromPath('id') }, region }),
      'sts:GetCallerIdentity',
    ],
  ])('is what `region` says, for %s and its rights', async (service, decorator, resource) => {
    const api = { region: 'eu-west-1', partition: 'aws', accountId: '111122223333' };
    const integration = await integrationOf(decorator, api);
    expect(integration.uri).toMatch(`arn:aws:apigateway:us-west-2:${service}:`);
    const { outputs } = await compile(decorator, api);
    const policy = JSON.stringify(writeTree(outputs['iam-policy']));
    expect(policy).toContain(resource);
  });

  it('is known of a queue by its name too', async () => {
    const { requestTemplates } = (await integrationOf(
      AwsSqs({ queueName: 'jobs', message, region }),
    )) as unknown as { readonly requestTemplates: Readonly<Record<string, string>> };
    expect(requestTemplates['application/json']).toContain('https://sqs.us-west-2.amazonaws.com/');
  });

  it('is a parameter of an HTTP API', async () => {
    const http = { gateway: 'http-api' } as const;
    const queue = AwsSqs({
      queueUrl: 'https://sqs.us-west-2.amazonaws.com/111122223333/jobs',
      message: fromPath('id'),
    });
    expect((await integrationOf(queue, http)).requestParameters).toMatchObject({ Region: 'us-west-2' });
    const other = AwsSqs({ queueUrl: '${queue_url}', message: fromPath('id') });
    expect((await integrationOf(other, http)).requestParameters).not.toHaveProperty('Region');
    expect((await integrationOf(AwsLambda(FUNCTION), http)).uri).toMatch(/:apigateway:us-west-2:lambda:/);
  });

  it.each(['rest-api', 'http-api'] as const)(
    'is that of the function of an authorizer: %s',
    async (gateway) => {
      const authorizer = new LambdaAuthorizer({ name: 'bearer', functionArn: FUNCTION });
      const { privateDocument } = await compileControllers(
        [controllerWith(AwsLambda('${function_arn}'), AwsAuthorizer(authorizer))],
        { gateway },
      );
      expect(JSON.stringify(writeTree(privateDocument))).toContain(
        `:apigateway:us-west-2:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`,
      );
    },
  );

  it('is never another than the ARN has', async () => {
    const topicArn = 'arn:aws:sns:eu-west-1:111122223333:alerts';
    const { diagnostics } = await compile(AwsSns({ topicArn, message, region }));
    expect(diagnostics.map(({ code, message: words, fix }) => [code, words, fix])).toEqual([
      [
        'invalid-option',
        '`region` of `@AwsSns` is `us-west-2`, but the resource is in `eu-west-1`, as its ARN or URL says',
        'Remove `region`.',
      ],
    ]);
    expect((await compile(AwsSns({ topicArn, message, region: 'eu-west-1' }))).diagnostics).toEqual([]);
  });
});
