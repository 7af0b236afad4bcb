import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  AwsService,
  CognitoAuthorizer,
  fromAuthorizer,
  fromBody,
  fromContext,
  fromPath,
  fromQuery,
  fromStage,
  text,
} from 'nestjs-aws-gateway';
import { compileControllers } from '../../../../support/create-app.js';
import { renderRoutes, type RenderedService } from '../../../../support/render-routes.js';

class ValueDto {
  @ApiProperty() value!: string;
}

@Controller()
class ParametersController {
  @Post('action')
  @AwsService({
    service: 'ssm',
    action: 'PutParameter',
    headers: { 'X-Amz-Target': 'AmazonSSM.PutParameter', 'X-Stage': '${stage}' },
    body: { Name: '/a', Value: fromBody('$.value'), Overwrite: true },
  })
  action(@Body() _value: ValueDto): void {}

  @Get('path/:name')
  @AwsService({
    service: 'lambda',
    method: 'GET',
    path: text`/2015-03-31/functions/${fromPath('name')}/policy`,
    headers: { 'X-A': fromContext('requestId'), 'X-B': fromAuthorizer('claims.sub'), 'X-C': fromStage('a') },
    query: { Qualifier: fromQuery('q'), Fixed: 'x' },
  })
  path(@Param('name') _name: string, @Query('q') _q: string): void {}

  @Get('deployed')
  @AwsService({ service: 'ssm', path: '/v1/${name}' })
  deployed(): void {}

  @Get('bare')
  @AwsService({ service: 'ssm', path: 'v1/a' })
  bare(): void {}

  @Post('mapped')
  @AwsService({ service: 'ssm', path: '/', headers: { 'X-A': fromBody('$.value') } })
  mapped(@Body() _value: ValueDto): void {}
}

const LONG = { first: 'x'.repeat(80), second: 'y' };

@Controller('long')
class LongController {
  @Post('action')
  @AwsService({ service: 'ssm', action: 'PutParameter', body: LONG })
  action(@Body() _value: ValueDto): void {}

  @Post('path')
  @AwsService({ service: 's3', method: 'PUT', path: 'bucket/key', body: LONG })
  path(@Body() _value: ValueDto): void {}
}

describe('renderGeneralServiceIntegration', () => {
  let integration: (route: string) => RenderedService;

  beforeAll(async () => {
    const routes = await renderRoutes([ParametersController], {
      authorizer: new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${pool_arn}'] }),
    });
    integration = (route) => routes[route]!['x-amazon-apigateway-integration'];
  });

  it('calls an action with the body that its author writes', () => {
    expect(integration('post /action')).toMatchObject({
      uri: 'arn:${AWS::Partition}:apigateway:${AWS::Region}:ssm:action/PutParameter',
      httpMethod: 'POST',
      passthroughBehavior: 'never',
      requestParameters: {
        'integration.request.header.X-Amz-Target': "'AmazonSSM.PutParameter'",
        'integration.request.header.X-Stage': "'${stage}'",
      },
      requestTemplates: {
        'application/json': `{"Name":"/a"#if("$!{input.path('$').containsKey('value')}" == "true"),"Value":$!{input.json('$.value')}#{end},"Overwrite":true}`,
      },
    });
    expect(integration('post /action').responses['default']).toEqual({ statusCode: '201' });
  });

  it('calls a path, with values in mappings', () => {
    expect(integration('get /path/{name}')).toMatchObject({
      uri: 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/{name}/policy',
      httpMethod: 'GET',
      requestParameters: {
        'integration.request.path.name': 'method.request.path.name',
        'integration.request.header.X-A': 'context.requestId',
        'integration.request.header.X-B': 'context.authorizer.claims.sub',
        'integration.request.header.X-C': 'stageVariables.a',
        'integration.request.querystring.Qualifier': 'method.request.querystring.q',
        'integration.request.querystring.Fixed': "'x'",
      },
    });
  });

  it('has one slash in front of a path, and one more for the root', () => {
    expect(integration('post /mapped').uri).toMatch(/:ssm:path\/\/$/);
    expect(integration('get /deployed').uri).toMatch(/:ssm:path\/v1\/\$\{name\}$/);
    expect(integration('get /bare').uri).toMatch(/:ssm:path\/v1\/a$/);
  });

  it('maps members of the body', () => {
    expect(integration('post /mapped').requestParameters).toEqual({
      'integration.request.header.X-A': 'method.request.body.value',
    });
  });

  it('lays out the body of an action, and adds nothing to one that a service may store', async () => {
    const { privateDocument } = await compileControllers([LongController], { credentials: '${role}' });
    const written = JSON.stringify(privateDocument);
    expect(written.match(/"\{(?:\\n  )?\\"first\\"/g)).toEqual([
      String.raw`"{\n  \"first\"`,
      String.raw`"{\"first\"`,
    ]);
  });
});
