import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { AwsDynamoDb, fromBody, fromPath, fromQuery } from 'nestjs-aws-gateway';
import {
  renderRoutes,
  type RenderedOperation,
  type RenderedService,
} from '../../../../support/render-routes.js';

class ItemDto {
  @ApiProperty() name!: string;
}

class PageDto {
  @ApiProperty({ type: [ItemDto] }) items!: ItemDto[];
  @ApiPropertyOptional() cursor?: string;
}

const table = '${table}';
const key = { pk: 'a', sk: { N: '7' } };

@Controller()
class ItemsController {
  @Get('items')
  @AwsDynamoDb({ action: 'GetItem', table, key, consistentRead: true })
  @ApiOkResponse({ type: ItemDto })
  get(): void {}

  @Put('items')
  @AwsDynamoDb({
    action: 'PutItem',
    table,
    key,
    attributes: { on: { BOOL: true }, no: { NULL: true }, 'a"$b': 'x' },
    condition: { expression: '#a = :a', names: { '#a': 'name' }, values: { ':a': 'x' } },
  })
  put(): void {}

  @Patch('items')
  @AwsDynamoDb({ action: 'UpdateItem', table, key, item: fromBody() })
  patch(@Body() _item: ItemDto): void {}

  @Delete('items')
  @HttpCode(204)
  @AwsDynamoDb({ action: 'DeleteItem', table, key, condition: 'present' })
  remove(): void {}

  @Get('page/:id')
  @AwsDynamoDb({
    action: 'Query',
    table,
    index: 'by-id',
    key: { id: fromPath('id'), sk: { between: ['a', 'b'] } },
    order: 'descending',
    limit: 5,
    cursor: fromQuery('cursor'),
  })
  @ApiOkResponse({ type: PageDto })
  page(@Param('id') _id: string, @Query('cursor') _cursor: string): void {}

  @Get('list')
  @AwsDynamoDb({ action: 'Scan', table, cursor: fromQuery('cursor'), projection: ['name', 'name'] })
  @ApiOkResponse({ type: [ItemDto] })
  list(@Query('cursor') _cursor: string): void {}
}

const KEY = '"Key":{"pk":{"S":"a"},"sk":{"N":"7"}}';

describe('renderDynamoDbIntegration', () => {
  let operations: Readonly<Record<string, RenderedOperation>>;
  const integration = (route: string): RenderedService =>
    operations[route]!['x-amazon-apigateway-integration'];
  const template = (route: string): string => integration(route).requestTemplates!['application/json']!;
  const answer = (route: string): string =>
    integration(route).responses['default']!.responseTemplates!['application/json']!;

  beforeAll(async () => {
    operations = await renderRoutes([ItemsController]);
  });

  it.each([
    ['get /items', 'GetItem'],
    ['put /items', 'PutItem'],
    ['patch /items', 'UpdateItem'],
    ['delete /items', 'DeleteItem'],
    ['get /page/{id}', 'Query'],
    ['get /list', 'Scan'],
  ])('%s calls %s', (route, action) => {
    expect(integration(route)).toMatchObject({
      uri: `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:dynamodb:action/${action}`,
      httpMethod: 'POST',
      passthroughBehavior: 'never',
      requestParameters: {
        'integration.request.header.Content-Type': "'application/x-amz-json-1.0'",
        'integration.request.header.X-Amz-Target': `'DynamoDB_20120810.${action}'`,
      },
    });
    expect(integration(route).responses['4\\d{2}']!.responseTemplates!['application/json']).toContain(
      '"ConditionalCheckFailed"))#set($context.responseOverride.status = 409){"message":"Conflict"}',
    );
  });

  it('reads the attributes of the DTO, and says what is missing', () => {
    expect(template('get /items')).toBe(
      `{"TableName":"\${table}",${KEY},"ConsistentRead":true,"ProjectionExpression":"\\u0023n0",` +
        '"ExpressionAttributeNames":{"\\u0023n0":"name"}}',
    );
    expect(answer('get /items')).toMatch(
      /^#if\("\$!\{input\.path\('\$\.Item'\)\.size\(\)\}" == ""\)#set\(\$context\.responseOverride\.status = 404\)\{"message":"Not found"\}#\{else\}/,
    );
  });

  it('writes attributes with their types, under a condition', () => {
    const whole = template('put /items');
    expect(whole).not.toContain('a"$b');
    for (const part of [
      '"pk":{"S":"a"}',
      '"sk":{"N":"7"}',
      '"on":{"BOOL":true}',
      '"no":{"NULL":true}',
      '"a\\"\\u0024b":{"S":"x"}',
      '"ConditionExpression":"\\u0023a = :a"',
      '"ExpressionAttributeNames":{"\\u0023a":"name"}',
      '"ExpressionAttributeValues":{":a":{"S":"x"}}',
    ]) {
      expect(whole).toContain(part);
    }
    expect(answer('put /items')).toBe('{}');
  });

  it('updates what is there, and creates nothing', () => {
    expect(template('patch /items')).toContain(
      `${KEY},"ConditionExpression":"attribute_exists(\\u0023n0)","ReturnValues":"ALL_NEW"`,
    );
    expect(template('patch /items')).toContain(`,"UpdateExpression":"SET `);
  });

  it('answers nothing to 204, with a template that prints nothing', () => {
    expect(integration('delete /items').responses['default']).toEqual({
      statusCode: '204',
      responseTemplates: { 'application/json': '#set($nothing = "")' },
    });
    expect(template('delete /items')).toBe(
      `{"TableName":"\${table}",${KEY},"ConditionExpression":"attribute_exists(\\u0023n0)",` +
        '"ExpressionAttributeNames":{"\\u0023n0":"pk"}}',
    );
  });

  it('reads a page of an index', () => {
    const whole = template('get /page/{id}');
    for (const part of [
      '"KeyConditionExpression":"\\u0023n0 = :v0 AND \\u0023n1 BETWEEN :v1 AND :v2"',
      '"ScanIndexForward":false',
      '"IndexName":"by-id"',
      '"Limit":5',
    ]) {
      expect(whole).toContain(part);
    }
    expect(whole).toContain(`#set($cursor = "$!{input.params().querystring.get('cursor')}")`);
    expect(answer('get /page/{id}')).toMatch(/^\{"items":\[.*,"cursor":"\$util\.base64Encode\(.*\)"#end\}$/);
  });

  it('answers a list, with its cursor in a header', () => {
    expect(template('get /list')).toContain('"ProjectionExpression":"\\u0023n0"');
    expect(answer('get /list')).toContain('#set($context.responseOverride.header.X-Next-Cursor = ');
  });

  it('lets a caller leave the cursor out', () => {
    expect(operations['get /list']!.parameters).toEqual([
      { name: 'cursor', in: 'query', schema: { type: 'string' } },
    ]);
  });
});
