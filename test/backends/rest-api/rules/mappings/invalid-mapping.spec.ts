import { Controller, Get } from '@nestjs/common';
import { AwsIntegration, AwsLambda, AwsService, fromQuery } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

const http = { type: 'http', httpMethod: 'GET', uri: 'https://example.com' } as const;
const responses = { default: { statusCode: 200 } };

@Controller('silent')
class SilentController {
  @Get(':id')
  @AwsIntegration({
    ...http,
    uri: 'https://example.com/{key}',
    cacheKeyParameters: ['method.request.path.id', 'method.request.querystring.page'],
    requestParameters: {
      'integration.request.path.key': 'method.request.path.id',
      'integration.request.header.X-All': 'method.request.multivalueheader.X-All',
      'integration.request.header.X-Body': 'method.request.body.lines[0].id',
      'integration.request.header.X-Fixed': "'${tenant} #1'",
      'integration.request.header.X-Deployed': '${mapping}',
      'integration.request.querystring.stage': 'context.stage',
      'integration.request.querystring.of': 'stageVariables.tenant',
    },
    responses: {
      default: {
        statusCode: 200,
        responseParameters: {
          'method.response.header.ETag': 'integration.response.header.ETag',
          'method.response.header.X-Id': 'integration.response.body.id',
          'method.response.header.X-Empty': "''",
        },
      },
    },
  })
  read(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('request')
  @AwsIntegration({
    ...http,
    requestParameters: {
      'integration.request.header.Accept': 'application/json',
      'integration.request.header.X-Stage': '$context.stage',
      'integration.request.header.X-Body': "$input.path('$.id')",
      'integration.request.header.X-Answer': 'integration.response.header.X-Answer',
      'integration.request.querystring.filter[id]': "'1'",
      'X-Plain': "'1'",
    },
    responses,
  })
  request(): void {}

  @Get('response')
  @AwsLambda({
    functionArn: '${function_arn}',
    mode: 'custom',
    responses: {
      default: {
        statusCode: 200,
        responseParameters: {
          'Content-Type': "'text/plain'",
          'method.response.header.X-Number': '1',
          'method.response.header.X-Deployed': 'a ${text}',
        },
      },
    },
  })
  response(): void {}
}

@Controller('class/:id')
@AwsIntegration({
  ...http,
  requestParameters: {
    'integration.request.querystring.id': 'method.request.querystring.id',
    'integration.request.header.X-Tenant': 'method.request.header.${tenant_header}',
  },
  responses,
})
class ClassController {
  @Get()
  read(): void {}
}

class BaseController {
  @Get()
  @AwsService({ service: 'ssm', path: '/a', headers: { 'X-Id': fromQuery('id') } })
  read(): void {}
}

@Controller('plain')
class PlainController extends BaseController {}

@Controller(':id')
class InheritedController extends BaseController {}

testRule('invalid-mapping', [
  {
    name: 'is silent on every source, on text in quotes and on placeholders',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'reports keys, names and values of a handler',
    controllers: [HandlerController],
    reports: [
      ['invalid-mapping error at HandlerController.request GET /handler/request', 'X-Plain'],
      [
        'invalid-mapping error at HandlerController.request GET /handler/request',
        'integration.request.header.Accept',
        'application/json',
      ],
      [
        'invalid-mapping error at HandlerController.request GET /handler/request',
        'integration.request.header.X-Answer',
        'integration.response.header.X-Answer',
      ],
      [
        'invalid-mapping error at HandlerController.request GET /handler/request',
        'integration.request.header.X-Body',
        "$input.path('$.id')",
      ],
      [
        'invalid-mapping error at HandlerController.request GET /handler/request',
        'integration.request.header.X-Stage',
        '$context.stage',
      ],
      [
        'invalid-mapping error at HandlerController.request GET /handler/request',
        'integration.request.querystring.filter[id]',
        'filter[id]',
      ],
      ['invalid-mapping error at HandlerController.response GET /handler/response', 'Content-Type'],
      [
        'invalid-mapping error at HandlerController.response GET /handler/response',
        'method.response.header.X-Deployed',
        'a ${text}',
        "'a ${text}'",
      ],
      [
        'invalid-mapping error at HandlerController.response GET /handler/response',
        'method.response.header.X-Number',
        '1',
        "'1'",
      ],
    ],
  },
  {
    name: 'reports a class whose mappings cannot be declared',
    controllers: [ClassController],
    reports: [
      [
        'invalid-mapping error at ClassController.read GET /class/{id}',
        'method.request.header.${tenant_header}',
      ],
      ['invalid-mapping error at ClassController.read GET /class/{id}', 'method.request.querystring.id'],
    ],
  },
  {
    name: 'reports an inherited handler of a service where the path has the name',
    controllers: [PlainController, InheritedController],
    options: { ...ANSWERED, credentials: '${role_arn}' },
    reports: [
      ['invalid-mapping error at InheritedController.read GET /{id}', 'method.request.querystring.id'],
    ],
  },
  {
    name: 'reports gateway responses, which have sources of their own',
    controllers: [],
    options: {
      gatewayResponses: {
        UNAUTHORIZED: {
          responseParameters: {
            'gatewayresponse.header.X-Id': 'context.requestId',
            'gatewayresponse.header.X-Origin': 'method.request.header.origin',
            'gatewayresponse.header.X-Fixed': 'fixed',
            'method.response.header.X-Other': "'1'",
          },
        },
      },
    },
    reports: [
      ['invalid-mapping error at module', 'UNAUTHORIZED', 'gatewayresponse.header.X-Fixed', 'fixed'],
      ['invalid-mapping error at module', 'UNAUTHORIZED', 'method.response.header.X-Other'],
    ],
  },
]);
