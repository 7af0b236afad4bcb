import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiConsumes, ApiProperty } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { AwsKinesis, fromBody, fromPath } from 'nestjs-aws-gateway';
import { renderRoutes, type RenderedService } from '../../../../support/render-routes.js';

class ClickDto {
  @ApiProperty() link!: string;
}

class ClicksDto {
  @ApiProperty({ type: [ClickDto] }) clicks!: ClickDto[];
  @ApiProperty({ type: 'object', additionalProperties: true }) anything!: unknown;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }] }) either!: unknown;
}

const stream = '${stream}';

@Controller()
class ClicksController {
  @Post('body/:id')
  @AwsKinesis({ stream, partitionKey: fromPath('id'), data: fromBody() })
  @ApiConsumes('application/json', 'text/plain')
  body(@Param('id') _id: string, @Body() _click: ClickDto): void {}

  @Post('built')
  @AwsKinesis({ stream, partitionKey: 'one', data: { link: fromBody('$.link') } })
  built(@Body() _click: ClickDto): void {}

  @Post('anything')
  @AwsKinesis({ stream, partitionKey: 'one', data: fromBody('$.anything') })
  anything(@Body() _clicks: ClicksDto): void {}

  @Post('either')
  @AwsKinesis({ stream, partitionKey: 'one', data: fromBody('$.either') })
  either(@Body() _clicks: ClicksDto): void {}

  @Post('many')
  @AwsKinesis({ action: 'PutRecords', stream, records: fromBody('$.clicks'), partitionKey: 'link' })
  many(@Body() _clicks: ClicksDto): void {}
}

const ID = `$!{util.escapeJavaScript($util.urlDecode($input.params().path.get('id').replace('+','%2B'))).replaceAll("\\\\'","'")}`;

describe('renderKinesisIntegration', () => {
  let integration: (route: string) => RenderedService;
  const answer = (route: string) =>
    integration(route).responses['default']!.responseTemplates!['application/json'];

  beforeAll(async () => {
    const routes = await renderRoutes([ClicksController]);
    integration = (route) => routes[route]!['x-amazon-apigateway-integration'];
  });

  it.each([
    ['post /body/{id}', 'PutRecord'],
    ['post /many', 'PutRecords'],
  ])('%s calls %s', (route, action) => {
    expect(integration(route)).toMatchObject({
      uri: `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:kinesis:action/${action}`,
      httpMethod: 'POST',
      requestParameters: {
        'integration.request.header.Content-Type': "'application/x-amz-json-1.1'",
        'integration.request.header.X-Amz-Target': `'Kinesis_20131202.${action}'`,
      },
    });
  });

  it('puts the body byte by byte, of whatever type the route consumes', () => {
    const template = `{"StreamName":"\${stream}","Data":"$util.base64Encode($input.body)","PartitionKey":"${ID}"}`;
    expect(integration('post /body/{id}').requestTemplates).toEqual({
      'application/json': template,
      'text/plain': template,
    });
  });

  it('encodes JSON as a whole, from pieces in which Velocity reads nothing', () => {
    const template = integration('post /built').requestTemplates!['application/json']!;
    expect(template).toContain("#set($piece4 = $input.json('$.link'))");
    expect(template).toMatch(/"Data":"\$util\.base64Encode\("(\$!\{piece\d\})+"\)","PartitionKey":"one"\}$/);
  });

  it.each(['anything', 'either'])('encodes a member that may be no text as JSON: %s', (name) => {
    expect(integration(`post /${name}`).requestTemplates!['application/json']).toContain(
      `#set($piece0 = $input.json('$.${name}'))`,
    );
  });

  it('answers where the record is, and records that are refused as an error', () => {
    expect(answer('post /built')).toBe(
      `{"sequenceNumber":$input.json('$.SequenceNumber'),"shardId":$input.json('$.ShardId')}`,
    );
    expect(answer('post /many')).toContain(
      '#else#set($context.responseOverride.status = 500){"message":"Records refused","failedRecordCount":$failed}#end',
    );
  });
});
