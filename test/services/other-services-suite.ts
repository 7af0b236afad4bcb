import { beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { CreateQueueCommand, GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { CreateBucketCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as fc from 'fast-check';
import {
  AwsIgnore,
  AwsService,
  fromAuthorizer,
  fromBody,
  fromHeader,
  fromPath,
  fromQuery,
  fromStage,
  text,
} from 'nestjs-aws-gateway';
import { clientOptions } from '../support/services-client.js';
import { openGateway, type ServicesGateway } from '../support/services-gateway.js';
import { callerText, headerText, anyJson } from '../support/services-hostile.js';

class FlagDto {
  @ApiProperty() value!: string;
  @ApiProperty({ required: false, type: Object }) more?: object;
}

const permissions = [{ actions: ['ssm:*'], resources: ['*'] }];

@Controller('flags')
class FlagsController {
  @Put(':name')
  @AwsService({
    service: 'ssm',
    action: 'PutParameter',
    headers: { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'AmazonSSM.PutParameter' },
    body: {
      Name: text`/flags/${fromPath('name')}`,
      Value: fromBody('$.value'),
      Type: 'String',
      Overwrite: true,
    },
    permissions,
  })
  write(@Param('name') name: string, @Body() flag: FlagDto): void {
    throw [name, flag];
  }

  @Get(':name')
  @AwsService({
    service: 'ssm',
    action: 'GetParameter',
    headers: { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'AmazonSSM.GetParameter' },
    body: { Name: text`/flags/${fromPath('name')}` },
    permissions,
  })
  read(@Param('name') name: string): void {
    throw name;
  }

  @Get(':name/value')
  @AwsService({
    service: 'ssm',
    action: 'GetParameter',
    headers: { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'AmazonSSM.GetParameter' },
    body: { Name: text`/flags/${fromPath('name')}` },
    permissions,
    responses: {
      default: {
        statusCode: 200,
        responseTemplates: { 'application/json': `{"value":$input.json('$.Parameter.Value')}` },
      },
    },
  })
  value(@Param('name') name: string): void {
    throw name;
  }

  @Post(':name/all')
  @AwsIgnore('empty-context-variable', 'the test says what two authorizers would')
  @AwsService({
    service: 'any',
    action: 'Everything',
    body: {
      name: fromPath('name'),
      flag: fromBody(),
      more: fromBody('$.more'),
      who: fromHeader('X-Who'),
      tenant: fromAuthorizer('claims.custom:tenant'),
      principal: fromAuthorizer('principalId'),
      stage: fromStage('tier'),
      'the "$key" #set': [text`<${fromQuery('q')}>`, 1, null, false, {}, []],
    },
    permissions,
  })
  all(@Param('name') name: string, @Query('q') q: string, @Body() flag: FlagDto): void {
    throw [name, q, flag];
  }

  @Put(':name/object')
  @AwsService({
    service: 's3',
    method: 'PUT',
    path: text`other-bucket/my flags/${fromPath('name')}`,
    headers: { 'Content-Type': 'application/json', 'x-amz-meta-who': fromHeader('X-Who') },
    body: { value: fromBody('$.value') },
    permissions,
  })
  object(@Param('name') name: string, @Body() flag: FlagDto): void {
    throw [name, flag];
  }
}

@Controller('queues')
class QueuesController {
  @Put(':name')
  @AwsService({
    service: 'sqs',
    action: 'CreateQueue',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    query: { Action: 'CreateQueue', Version: '2012-11-05', QueueName: fromPath('name') },
    permissions,
  })
  create(@Param('name') name: string): void {
    throw name;
  }
}

export function otherServicesSuite(moto: () => string): void {
  let gateway: ServicesGateway;
  let objects: S3Client;

  beforeAll(async () => {
    objects = new S3Client({ ...clientOptions(moto()), forcePathStyle: true });
    await objects.send(new CreateBucketCommand({ Bucket: 'other-bucket' }));
    gateway = await openGateway(moto(), [FlagsController, QueuesController]);
  });

  it('calls an action with a body, and answers what the service answers', async () => {
    const path = { name: 'a-b' };
    const value = 'O\'Brien "x" \\ ${y} #set';
    const answer = await gateway.send('PUT /flags/{name}', { path, body: { value } });
    expect(answer.status).toBe(200);
    const read = await gateway.send('GET /flags/{name}', { path });
    expect(read.json()).toMatchObject({ Parameter: { Name: '/flags/a-b', Value: value, Type: 'String' } });
    const template = await gateway.send('GET /flags/{name}/value', { path });
    expect(template.json()).toEqual({ value });
  });

  it('never answers the error of the service', async () => {
    const answer = await gateway.send('GET /flags/{name}', { path: { name: 'none' } });
    expect([400, 404, 500]).toContain(answer.status);
    expect(Object.keys(answer.json() as object)).toEqual(['message']);
  });

  it('calls by path, with headers of the request', async () => {
    const answer = await gateway.send('PUT /flags/{name}/object', {
      path: { name: 'a b&é' },
      headers: { 'X-Who': 'me' },
      body: { value: '"v"' },
    });
    expect(answer.status).toBe(200);
    const stored = await objects.send(
      new GetObjectCommand({ Bucket: 'other-bucket', Key: 'my flags/a b&é' }),
    );
    expect(stored).toMatchObject({ ContentType: 'application/json', Metadata: { who: 'me' } });
    expect(await stored.Body?.transformToString()).toBe('{"value":"\\"v\\""}');
  });

  it('calls by query', async () => {
    const client = new SQSClient({ ...clientOptions(moto()), useQueueUrlAsEndpoint: false });
    await client.send(new CreateQueueCommand({ QueueName: 'not-this-one' }));
    const answer = await gateway.send('PUT /queues/{name}', { path: { name: 'this-one' } });
    expect(answer.status).toBe(200);
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: 'this-one' }));
    expect(QueueUrl).toContain('/this-one');
  });

  describe('any text', () => {
    it('stays in its own place of the body, and types stay', () => {
      fc.assert(
        fc.property(callerText, callerText, headerText, anyJson, (name, q, who, given) => {
          const more = JSON.parse(JSON.stringify({ given }).replace(/\\ud[89a-f]../g, '?')) as object;
          const flag = { value: q, more };
          const { body } = gateway.request('POST /flags/{name}/all', {
            path: { name: `n${name}` },
            query: { q: `q${q}` },
            headers: { 'x-who': who },
            authorizer: { claims: { 'custom:tenant': name }, principalId: q },
            stageVariables: { tier: who },
            body: flag,
          });
          expect(JSON.parse(body)).toEqual({
            name: `n${name}`,
            flag,
            more,
            who,
            tenant: name,
            principal: q,
            stage: who,
            'the "$key" #set': [`<q${q}>`, 1, null, false, {}, []],
          });
        }),
        { numRuns: 100 },
      );
    });
  });
}
