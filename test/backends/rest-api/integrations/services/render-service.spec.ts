import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiProperty } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { AwsDynamoDb, AwsSqs, AwsValidation, fromBody, fromHeader, fromQuery } from 'nestjs-aws-gateway';
import { clientError } from '../../../../../lib/backends/rest-api/integrations/services/answers.js';
import { createServiceDocument } from '../../../../support/create-service-document.js';
import { renderRoutes, statusesOf, type RenderedOperation } from '../../../../support/render-routes.js';

class JobDto {
  @ApiProperty() task!: string;
}

const queue = { queueUrl: '${queue_url}', message: fromBody() } as const;

@Controller()
class JobsController {
  @Post('plain')
  @AwsSqs(queue)
  plain(@Body() _job: JobDto): void {}

  @Post('own')
  @AwsValidation('none')
  @AwsSqs({
    ...queue,
    credentials: '${own_role}',
    timeout: 3000,
    requestTemplates: { 'text/plain': '{"MessageBody":"${not_a_placeholder}"}' },
    responses: {
      '4\\d{2}': { statusCode: 422, responseTemplates: { 'application/json': '{"no":true}' } },
      '409': { statusCode: '409' },
    },
  })
  @ApiCreatedResponse()
  own(@Body() _job: JobDto): void {}

  @Post('values')
  @AwsSqs({ ...queue, groupId: fromHeader('X-Group'), delay: fromQuery('delay') })
  values(@Body() _job: JobDto): void {}

  @Delete('none')
  @HttpCode(204)
  @AwsDynamoDb({ action: 'DeleteItem', table: 'tab', key: { pk: 'a' } })
  none(): void {}

  @Get('class')
  @AwsSqs({ queueName: 'jobs', message: 'x' })
  get(): void {}
}

describe('a service without a function', () => {
  let routes: Readonly<Record<string, RenderedOperation>>;
  const operation = (name: string): RenderedOperation => routes[name]!;
  const integration = (name: string) => operation(name)['x-amazon-apigateway-integration'];

  beforeAll(async () => {
    routes = await renderRoutes([JobsController], { cors: { allowOrigins: ['https://a.example'] } });
  });

  it('is called with the module’s role, or its own', () => {
    expect(integration('post /plain')).toMatchObject({ type: 'aws', credentials: '${role}' });
    expect(integration('post /own')).toMatchObject({ credentials: '${own_role}', timeoutInMillis: 3000 });
    expect(integration('post /plain')).not.toHaveProperty('timeoutInMillis');
  });

  it('takes no body that has no template, and no body that does not fit', () => {
    expect(integration('post /plain').passthroughBehavior).toBe('never');
    expect(operation('post /plain')['x-amazon-apigateway-request-validator']).toBe('all');
    expect(operation('post /own')).not.toHaveProperty('x-amazon-apigateway-request-validator');
  });

  it('answers the operation’s own status, 400 and 500, all of them declared', () => {
    expect(statusesOf(integration('post /plain'))).toEqual({
      default: '201',
      '4\\d{2}': '400',
      '5\\d{2}': '500',
    });
    expect(statusesOf(integration('delete /none'))).toMatchObject({ default: '204' });
    expect(Object.keys(operation('post /plain').responses)).toEqual(['201', '400', '500']);
  });

  it('has CORS headers on every answer, declared too', () => {
    for (const { statusCode, responseParameters } of Object.values(integration('post /plain').responses)) {
      expect(responseParameters).toEqual({
        'method.response.header.Access-Control-Allow-Origin': "'https://a.example'",
      });
      expect(operation('post /plain').responses[statusCode]?.headers).toHaveProperty(
        'Access-Control-Allow-Origin',
      );
    }
  });

  it('takes templates and answers of one’s own, as text', () => {
    expect(integration('post /own').requestTemplates).toEqual({
      'text/plain': '{"MessageBody":"${not_a_placeholder}"}',
    });
    expect(statusesOf(integration('post /own'))).toEqual({
      default: '201',
      '4\\d{2}': '422',
      '5\\d{2}': '500',
      '409': '409',
    });
    expect(integration('post /own').responses['4\\d{2}']).toMatchObject({
      responseTemplates: { 'application/json': '{"no":true}' },
    });
    expect(Object.keys(operation('post /own').responses)).toEqual(['201', '409', '422', '500']);
  });

  it('declares the parameters that its templates read', () => {
    expect(operation('post /values').parameters).toEqual([
      { name: 'X-Group', in: 'header', schema: { type: 'string' } },
      { name: 'delay', in: 'query', schema: { type: 'string' } },
    ]);
    expect(operation('post /plain').parameters).toEqual([]);
  });

  it('is right for every action and option', async () => {
    const { paths } = (await createServiceDocument()) as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, RenderedOperation>>>>;
    };
    const operations = Object.values(paths).flatMap((item) =>
      Object.entries(item).flatMap(([verb, one]) => (verb === 'options' ? [] : [one])),
    );
    expect(operations.length).toBeGreaterThan(30);
    for (const { responses, ...one } of operations) {
      const rendered = one['x-amazon-apigateway-integration'];
      expect(one['x-amazon-apigateway-request-validator']).toBe('all');
      expect(rendered.credentials).toBe('${role}');
      // Without a template there is nothing but a body to pass, to S3.
      expect(rendered.passthroughBehavior).toBe(rendered.requestTemplates ? 'never' : 'when_no_match');
      expect(rendered.uri).toMatch(
        /^arn:\$\{AWS::Partition\}:apigateway:(?:\$\{AWS::Region\}|eu-west-1):[a-z0-9]+:(action|path)\//,
      );
      const statuses = statusesOf(rendered);
      expect(new Set(Object.values(statuses)).size).toBe(Object.keys(statuses).length);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(Object.values(statuses)));
      for (const status of [400, 403, 429, 500, 503]) {
        const answered = Object.keys(statuses).filter((pattern) =>
          new RegExp(`^(?:${pattern})$`).test(`${status}`),
        );
        expect(answered).toHaveLength(1);
      }
    }
  });
});

describe('clientError', () => {
  it('tells cases apart by the error’s name, and says nothing of the service', () => {
    const template = clientError('$.__type', [['ConditionalCheckFailed', 409, 'Conflict']]).replaceAll(
      '\n',
      '',
    );
    const [head, ...branches] = template.split(/#(?:else)?if\(\$error\.contains\(/);
    expect(head).toBe(`#set($error = "$!{input.path('$.__type')}")`);
    expect(branches[0]).toBe(
      '"ConditionalCheckFailed"))#set($context.responseOverride.status = 409){"message":"Conflict"}',
    );
    expect(branches[1]).toBe(
      '"Throttl"))#set($context.responseOverride.status = 429){"message":"Too many requests"}',
    );
    expect(branches.at(-1)).toMatch(/#else\{"message":"Bad request"\}#end$/);
    for (const branch of branches.slice(1, -1)) {
      expect(branch).toMatch(
        /^"\w+"\)\)#set\(\$context\.responseOverride\.status = (429|500)\)\{"message":"(Too many requests|Internal server error)"\}$/,
      );
    }
  });
});
