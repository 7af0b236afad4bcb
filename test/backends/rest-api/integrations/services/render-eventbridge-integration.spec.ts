import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { AwsEventBridge, fromBody, fromPath, text } from 'nestjs-aws-gateway';
import { renderRoutes, type RenderedService } from '../../../../support/render-routes.js';

class OrderDto {
  @ApiProperty() id!: string;
}

@Controller()
class OrdersController {
  @Post('body')
  @AwsEventBridge({ source: 'shop', detailType: 'Order $placed' })
  body(@Body() _order: OrderDto): void {}

  @Post('built/:name')
  @AwsEventBridge({
    eventBus: '${bus}',
    source: text`shop.${fromPath('name')}`,
    detailType: 'Order',
    detail: { id: fromBody('$.id'), fixed: ['a"b'] },
    resources: ['${order_arn}', fromPath('name')],
  })
  built(@Param('name') _name: string, @Body() _order: OrderDto): void {}
}

const NAME = `$!{util.escapeJavaScript($util.urlDecode($input.params().path.get('name').replace('+','%2B'))).replaceAll("\\\\'","'")}`;

describe('renderEventBridgeIntegration', () => {
  let integration: (route: string) => RenderedService;
  const template = (route: string): string => integration(route).requestTemplates!['application/json']!;

  beforeAll(async () => {
    const routes = await renderRoutes([OrdersController]);
    integration = (route) => routes[route]!['x-amazon-apigateway-integration'];
  });

  it('puts the body on the default bus', () => {
    expect(integration('post /body')).toMatchObject({
      uri: 'arn:${AWS::Partition}:apigateway:${AWS::Region}:events:action/PutEvents',
      httpMethod: 'POST',
      requestParameters: {
        'integration.request.header.Content-Type': "'application/x-amz-json-1.1'",
        'integration.request.header.X-Amz-Target': "'AWSEvents.PutEvents'",
      },
    });
    expect(template('post /body')).toBe(
      '{"Entries":[{"EventBusName":"default","Source":"shop","DetailType":"Order \\u0024placed",' +
        `"Detail":"$!{util.escapeJavaScript($input.json('$')).replaceAll("\\\\'","'")}"}]}`,
    );
  });

  it('builds an event of values', () => {
    const whole = template('post /built/{name}');
    expect(whole).toContain('"EventBusName":"${bus}"');
    expect(whole).toContain(`"Source":"shop.${NAME}"`);
    expect(whole).toContain(`"Resources":["\${order_arn}","${NAME}"]`);
    expect(whole).toContain('\\"fixed\\":[\\"a\\u005c\\"b\\"]');
  });

  it('answers an event that is refused as an error', () => {
    expect(integration('post /body').responses['default']!.responseTemplates!['application/json']).toBe(
      `#if("$!{input.path('$.FailedEntryCount')}" == "0"){"eventId":$input.json('$.Entries[0].EventId')}` +
        '#else#set($context.responseOverride.status = 500){"message":"Event refused"}#end',
    );
  });
});
