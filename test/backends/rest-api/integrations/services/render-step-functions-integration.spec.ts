import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { AwsStepFunctions, fromPath } from 'nestjs-aws-gateway';
import { renderRoutes, type RenderedService } from '../../../../support/render-routes.js';

class OrderDto {
  @ApiProperty() id!: string;
}

const stateMachineArn = '${machine}';
const name = fromPath('name');

@Controller()
class RunsController {
  @Post('empty')
  @AwsStepFunctions({ action: 'StartExecution', stateMachineArn })
  empty(): void {}

  @Post('start/:name')
  @AwsStepFunctions({ action: 'StartExecution', stateMachineArn, name })
  start(@Param('name') _name: string, @Body() _order: OrderDto): void {}

  @Post('sync')
  @AwsStepFunctions({
    action: 'StartSyncExecution',
    stateMachineArn: '${express}',
    input: { n: 1, no: null },
  })
  sync(): void {}

  @Get('runs/:name')
  @AwsStepFunctions({ action: 'DescribeExecution', stateMachineArn, name })
  describe(@Param('name') _name: string): void {}

  @Delete('runs/:name')
  @AwsStepFunctions({
    action: 'StopExecution',
    stateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders',
    name,
    cause: 'asked',
    error: 'Stopped',
  })
  stop(@Param('name') _name: string): void {}
}

const NAME = `$!{util.escapeJavaScript($util.urlDecode($input.params().path.get('name').replace('+','%2B'))).replaceAll("\\\\'","'")}`;

describe('renderStepFunctionsIntegration', () => {
  let integration: (route: string) => RenderedService;
  const template = (route: string): string => integration(route).requestTemplates!['application/json']!;
  const answer = (route: string): string =>
    integration(route).responses['default']!.responseTemplates!['application/json']!;

  beforeAll(async () => {
    const routes = await renderRoutes([RunsController]);
    integration = (route) => routes[route]!['x-amazon-apigateway-integration'];
  });

  it.each([
    ['post /empty', 'StartExecution', '${AWS::Region}'],
    ['post /sync', 'StartSyncExecution', '${AWS::Region}'],
    ['get /runs/{name}', 'DescribeExecution', '${AWS::Region}'],
    ['delete /runs/{name}', 'StopExecution', 'eu-west-1'],
  ])('%s calls %s, where the machine is', (route, action, region) => {
    expect(integration(route)).toMatchObject({
      uri: `arn:\${AWS::Partition}:apigateway:${region}:states:action/${action}`,
      httpMethod: 'POST',
      requestParameters: {
        'integration.request.header.Content-Type': "'application/x-amz-json-1.0'",
        'integration.request.header.X-Amz-Target': `'AWSStepFunctions.${action}'`,
      },
    });
  });

  it('starts with the body where there is one, as JSON text', () => {
    expect(template('post /empty')).toBe('{"stateMachineArn":"${machine}","input":"{}"}');
    expect(template('post /start/{name}')).toBe(
      `{"stateMachineArn":"\${machine}","input":"$!{util.escapeJavaScript($input.json('$')).replaceAll("\\\\'","'")}","name":"${NAME}"}`,
    );
    expect(JSON.parse(JSON.parse(template('post /sync')).input)).toEqual({ n: 1, no: null });
  });

  it('names executions of its own machine only', () => {
    expect(template('get /runs/{name}')).toBe(
      `{"executionArn":"#set($machine = "\${machine}")$machine.replaceAll(':stateMachine:([^:]+).*',':execution:$1'):${NAME}"}`,
    );
    expect(template('delete /runs/{name}')).toBe(
      `{"executionArn":"arn:aws:states:eu-west-1:111122223333:execution:orders:${NAME}","cause":"asked","error":"Stopped"}`,
    );
  });

  it('answers what failed or took too long as an error', () => {
    expect(answer('post /sync')).toContain('responseOverride.status = 504');
    expect(answer('post /sync')).toContain('responseOverride.status = 500');
    const errors =
      integration('get /runs/{name}').responses['4\\d{2}']!.responseTemplates!['application/json']!;
    expect(errors).toContain('"ExecutionDoesNotExist"))#set($context.responseOverride.status = 404)');
    expect(errors).toContain('"ExecutionAlreadyExists"))#set($context.responseOverride.status = 409)');
  });
});
