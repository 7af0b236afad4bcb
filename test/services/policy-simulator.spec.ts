import { Body, Controller, Delete, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  AwsDynamoDb,
  AwsEventBridge,
  AwsKinesis,
  AwsS3,
  AwsService,
  AwsSns,
  AwsSqs,
  AwsStepFunctions,
  fromBody,
  fromPath,
  text,
} from 'nestjs-aws-gateway';
import { iamPolicy } from '../../lib/backends/iam-policy/index.js';
import { createGatewayTester, type GatewayTester, type SampleRequest } from '../../lib/testing/index.js';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { compileControllers } from '../support/create-app.js';
import { isAllowed, type Call, type Policy } from '../support/iam/evaluate-policy.js';
import { listCalls } from '../support/iam/list-calls.js';

class ThingDto {
  @ApiProperty() name!: string;
}

const key = { pk: text`THING#${fromPath('id')}` };

@Controller('things')
class ThingsController {
  @Get()
  @AwsDynamoDb({ action: 'Scan', table: '${things_table}' })
  @ApiOkResponse({ type: [ThingDto] })
  scan(): void {}

  @Get(':id')
  @AwsDynamoDb({ action: 'GetItem', table: '${things_table}', key })
  @ApiOkResponse({ type: ThingDto })
  get(): void {}

  @Put(':id')
  @AwsDynamoDb({ action: 'PutItem', table: '${things_table}', key, item: fromBody() })
  put(@Body() thing: ThingDto): unknown {
    return thing;
  }

  @Patch(':id')
  @AwsDynamoDb({ action: 'UpdateItem', table: '${things_table}', key, item: fromBody() })
  patch(@Body() thing: ThingDto): unknown {
    return thing;
  }

  @Delete(':id')
  @AwsDynamoDb({ action: 'DeleteItem', table: 'things-archive', key })
  remove(): void {}

  @Get(':id/parts')
  @AwsDynamoDb({
    action: 'Query',
    table: '${things_table}',
    index: 'by-owner',
    key: { owner: fromPath('id') },
  })
  @ApiOkResponse({ type: [ThingDto] })
  query(): void {}
}

@Controller('services')
class ServicesController {
  @Get('files/:name')
  @AwsS3({ action: 'GetObject', bucket: '${files_bucket}', key: text`public/${fromPath('name')}` })
  file(@Param('name') name: string): string {
    return name;
  }

  @Put('files/:name')
  @AwsS3({ action: 'PutObject', bucket: '${files_bucket}', key: text`uploads/${fromPath('name')}` })
  upload(@Body() body: ThingDto): unknown {
    return body;
  }

  @Post('news')
  @AwsSns({ topicArn: '${news_topic_arn}', message: fromBody() })
  news(@Body() body: ThingDto): unknown {
    return body;
  }

  @Post('jobs')
  @AwsSqs({ queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs', message: fromBody() })
  job(@Body() body: ThingDto): unknown {
    return body;
  }

  @Post('runs')
  @AwsStepFunctions({ action: 'StartExecution', stateMachineArn: '${runs_arn}', input: fromBody() })
  run(@Body() body: ThingDto): unknown {
    return body;
  }

  @Get('runs/:name')
  @AwsStepFunctions({
    action: 'DescribeExecution',
    stateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:runs',
    name: fromPath('name'),
  })
  read(): void {}

  @Post('orders')
  @AwsEventBridge({ eventBus: '${orders_bus}', source: 'shop', detailType: 'Ordered', detail: fromBody() })
  order(@Body() body: ThingDto): unknown {
    return body;
  }

  @Post('clicks/:id')
  @AwsKinesis({ stream: '${clicks_stream}', partitionKey: fromPath('id'), data: fromBody() })
  click(@Body() body: ThingDto): unknown {
    return body;
  }

  @Get('flags')
  @AwsService({
    service: 'ssm',
    action: 'GetParameter',
    headers: { 'X-Amz-Target': 'AmazonSSM.GetParameter', 'Content-Type': 'application/x-amz-json-1.1' },
    body: { Name: '/flags' },
    permissions: [
      { actions: ['ssm:GetParameter'], resources: ['arn:aws:ssm:eu-west-1:111122223333:parameter/flags'] },
    ],
  })
  flags(): void {}
}

const VALUES: Readonly<Record<string, string>> = {
  things_table: 'things',
  files_bucket: 'files',
  news_topic_arn: 'arn:aws:sns:eu-west-1:111122223333:news',
  runs_arn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:runs',
  orders_bus: 'orders',
  clicks_stream: 'clicks',
};

const SENT: readonly (readonly [route: string, sample: SampleRequest])[] = [
  ['GET /things', {}],
  ['GET /things/{id}', { path: { id: '7' } }],
  ['PUT /things/{id}', { path: { id: '7' }, body: { name: 'a' } }],
  ['PATCH /things/{id}', { path: { id: '7' }, body: { name: 'a' } }],
  ['DELETE /things/{id}', { path: { id: '7' } }],
  ['GET /things/{id}/parts', { path: { id: '7' } }],
  ['GET /services/files/{name}', { path: { name: 'a.txt' } }],
  ['GET /services/files/{name}', { path: { name: 'a%2Fb.txt' } }],
  ['PUT /services/files/{name}', { path: { name: 'a.txt' }, body: { name: 'a' } }],
  ['POST /services/news', { body: { name: 'a' } }],
  ['POST /services/jobs', { body: { name: 'a' } }],
  ['POST /services/runs', { body: { name: 'a' } }],
  ['GET /services/runs/{name}', { path: { name: 'run-1' } }],
  ['POST /services/orders', { body: { name: 'a' } }],
  ['POST /services/clicks/{id}', { path: { id: '7' }, body: { name: 'a' } }],
  ['GET /services/flags', {}],
];

/** Calls beside one that is made: another resource of the service, or another action on the same. */
function listNeighbours({ action, resource }: Call): readonly Call[] {
  const [service, verb] = action.split(':');
  const other = (change: string): Call => ({ action, resource: change });
  const last = resource.split(/[/:]/).at(-1)!;
  const renamed = (name: string): Call => other(resource.slice(0, resource.length - last.length) + name);
  return [
    // An object may have any name in its folder.
    ...(service === 's3' || verb === 'DescribeExecution' ? [] : [renamed(`${last}-2`), renamed(`x${last}`)]),
    ...(service === 's3'
      ? [
          other(resource.replace('files/', 'files-2/')),
          other(resource.replace(/(public|uploads)\//, 'secret/')),
          other(resource.replace(/(public|uploads)\//, '')),
        ]
      : []),
    other(resource.replace('111122223333', '444455556666')),
    other(resource.replace('eu-west-1', 'us-east-1')),
    ...(service === 'dynamodb'
      ? [other(`${resource}/stream/1`), other(resource.replace(/\/index\/.*/, '/index/by-x'))]
      : []),
    ...(OTHER_ACTIONS[service!] ?? []).map((name) => ({ action: `${service}:${name}`, resource })),
  ].filter((call) => call.action !== action || call.resource !== resource);
}

const OTHER_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  dynamodb: [
    'BatchWriteItem',
    'BatchGetItem',
    'DeleteTable',
    'UpdateTable',
    'DescribeTable',
    'PartiQLSelect',
  ],
  s3: ['DeleteObject', 'PutObjectAcl', 'GetObjectVersion', 'DeleteBucket'],
  sns: ['Subscribe', 'SetTopicAttributes', 'DeleteTopic'],
  sqs: ['ReceiveMessage', 'DeleteMessage', 'PurgeQueue'],
  states: ['StartSyncExecution', 'StopExecution', 'UpdateStateMachine'],
  events: ['PutRule', 'DeleteRule', 'PutTargets'],
  kinesis: ['GetRecords', 'PutRecords', 'DeleteStream'],
  ssm: ['GetParameters', 'PutParameter', 'GetParametersByPath'],
};

describe('the derived policy, against what the templates send', () => {
  let policy: Policy;
  let tester: GatewayTester;

  beforeAll(async () => {
    const options = {
      credentials: 'arn:aws:iam::111122223333:role/gateway',
      region: 'eu-west-1',
      partition: 'aws',
      accountId: '111122223333',
    } as const;
    const { model, gatewayOutput } = await compileControllers(
      [ThingsController, ServicesController],
      options,
    );
    const values = new Map(Object.entries(VALUES));
    policy = writeTree(iamPolicy.render(model), undefined, values) as unknown as Policy;
    tester = createGatewayTester(writeTree(gatewayOutput.document) as object, { values: VALUES });
  });

  const callsOf = (route: string, sample: SampleRequest): readonly Call[] =>
    listCalls(tester.open(route, sample).request!);

  it.each(SENT)('allows %s', (route, sample) => {
    for (const call of callsOf(route, sample)) expect([call, isAllowed(policy, call)]).toEqual([call, true]);
  });

  it.each(SENT)('allows nothing beside %s', (route, sample) => {
    const made = new Set(
      SENT.flatMap(([one, given]) => callsOf(one, given)).map((call) => JSON.stringify(call)),
    );
    const neighbours = callsOf(route, sample)
      .flatMap(listNeighbours)
      .filter((call) => !made.has(JSON.stringify(call)));
    expect(neighbours.length).toBeGreaterThan(2);
    expect(neighbours.filter((call) => isAllowed(policy, call))).toEqual([]);
  });

  it('sends a call for each statement: no right is idle', () => {
    const calls = SENT.flatMap(([route, sample]) => callsOf(route, sample));
    const used = policy.Statement.flatMap(({ Action, Resource }) =>
      [Action].flat().map((action) => ({ action, resource: [Resource].flat()[0]! })),
    ).filter(
      ({ action, resource }) =>
        // To tell a missing object from a forbidden one.
        action !== 's3:ListBucket' &&
        !calls.some((call) =>
          isAllowed({ Statement: [{ Effect: 'Allow', Action: action, Resource: resource }] }, call),
        ),
    );
    expect(used).toEqual([]);
  });
});

const policyOf = (Effect: string, Action: string, Resource: string): Policy => ({
  Statement: [{ Effect, Action, Resource }],
});

describe('the simulator', () => {
  const call: Call = { action: 'dynamodb:GetItem', resource: 'arn:aws:dynamodb:eu-west-1:1:table/a' };

  it.each([
    ['Allow', 'dynamodb:getitem', 'arn:aws:dynamodb:eu-west-1:1:table/a', true],
    ['Allow', 'dynamodb:*', 'arn:aws:dynamodb:*:*:table/?', true],
    ['Allow', 'dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:1:table/', false],
    ['Allow', 'dynamodb:GetItem', 'arn:aws:dynamodb:*:table/a', false],
    ['Deny', 'dynamodb:GetItem', '*', false],
  ])('%s %s on %s: %s', (effect, action, resource, expected) => {
    expect(isAllowed(policyOf(effect, action, resource), call)).toBe(expected);
  });

  it('lets a denial win', () => {
    const both = [policyOf('Allow', '*', '*'), policyOf('Deny', 'dynamodb:*', '*')];
    expect(isAllowed({ Statement: both.flatMap(({ Statement }) => Statement) }, call)).toBe(false);
  });
});
