import { Controller, Get } from '@nestjs/common';
import { AwsIntegration, AwsLambda, AwsService, fromQuery } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../support/test-rule.js';

const http = { type: 'http', httpMethod: 'GET', uri: 'https://example.com' };
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

const SOURCES =
  '`method.request.path.NAME`, `method.request.querystring.NAME`, `method.request.header.NAME`, `method.request.body`, `context.NAME` or `stageVariables.NAME`';
const ANSWERS =
  '`integration.response.header.NAME`, `integration.response.body`, `context.NAME` or `stageVariables.NAME`';
const neither = (key: string, value: string): string =>
  `the mapping \`${key}\` is \`${value}\`, which is neither text in single quotes nor a source that API Gateway knows`;
const report = (place: string, message: string, fix: string): string =>
  `invalid-mapping error at ${place}\n${message}\n${fix}`;
const shared = (place: string): string =>
  report(
    place,
    'the operation cannot declare `method.request.querystring.id`: another parameter of the route has its name',
    'Rename one of them: path, query and header parameters share their names.',
  );

const REQUEST = 'HandlerController.request GET /handler/request';
const RESPONSE = 'HandlerController.response GET /handler/response';

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
      report(
        REQUEST,
        'the mapping `X-Plain` has no target that API Gateway knows',
        'Write `integration.request.header.X-Plain`, or the same with `querystring` or `path`.',
      ),
      report(
        REQUEST,
        neither('integration.request.header.Accept', 'application/json'),
        `Write \`'application/json'\` for fixed text, or ${SOURCES}.`,
      ),
      report(
        REQUEST,
        neither('integration.request.header.X-Answer', 'integration.response.header.X-Answer'),
        `Write ${SOURCES}, or fixed text as \`'integration.response.header.X-Answer'\`.`,
      ),
      report(
        REQUEST,
        neither('integration.request.header.X-Body', "$input.path('$.id')"),
        `Write text in single quotes, ${SOURCES}: a mapping is no template.`,
      ),
      report(
        REQUEST,
        neither('integration.request.header.X-Stage', '$context.stage'),
        'Write `context.stage`: a mapping is no template.',
      ),
      report(
        REQUEST,
        'the mapping `integration.request.querystring.filter[id]` has the name `filter[id]`, which API Gateway cannot map',
        'Use a name of letters, digits, `.`, `_`, `$` and `-`.',
      ),
      report(
        RESPONSE,
        'the mapping `Content-Type` has no target that API Gateway knows',
        'Write `method.response.header.Content-Type`.',
      ),
      report(
        RESPONSE,
        neither('method.response.header.X-Deployed', 'a ${text}'),
        `Write \`'a \${text}'\` for fixed text, or ${ANSWERS}.`,
      ),
      report(
        RESPONSE,
        neither('method.response.header.X-Number', '1'),
        `Write \`'1'\` for fixed text, or ${ANSWERS}.`,
      ),
    ],
  },
  {
    name: 'reports a class whose mappings cannot be declared',
    controllers: [ClassController],
    reports: [
      report(
        'ClassController.read GET /class/{id}',
        'the operation cannot declare `method.request.header.${tenant_header}`, whose name is known at deployment alone',
        'Write the name out.',
      ),
      shared('ClassController.read GET /class/{id}'),
    ],
  },
  {
    name: 'reports an inherited handler of a service where the path has the name',
    controllers: [PlainController, InheritedController],
    options: { ...ANSWERED, credentials: '${role_arn}' },
    reports: [shared('InheritedController.read GET /{id}')],
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
      report(
        'module',
        'in the gateway response `UNAUTHORIZED`, the mapping `gatewayresponse.header.X-Fixed` is `fixed`, which is neither text in single quotes nor a source that API Gateway knows',
        "Write `'fixed'` for fixed text, or `method.request.header.NAME`, `context.NAME` or `stageVariables.NAME`.",
      ),
      report(
        'module',
        'in the gateway response `UNAUTHORIZED`, the mapping `method.response.header.X-Other` has no target that API Gateway knows',
        'Write `gatewayresponse.header.X-Other`.',
      ),
    ],
  },
]);
