import { Controller, Get } from '@nestjs/common';
import {
  AwsAuthorizer,
  AwsIntegration,
  AwsLambda,
  AwsSns,
  CognitoAuthorizer,
  IamAuthorizer,
  LambdaAuthorizer,
  fromAuthorizer,
  fromContext,
  text,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

const options = { ...ANSWERED, credentials: '${role_arn}' };

const pool = new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${pool_arn}'] });
const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${authorizer_arn}' });
const mapped = (value: string): never =>
  ({
    type: 'http',
    httpMethod: 'GET',
    uri: '${url}',
    requestParameters: { 'integration.request.header.X-Value': value },
    responses: { default: { statusCode: 200 } },
  }) as never;

@Controller('known')
@AwsAuthorizer(bearer)
class KnownController {
  @Get('lambda')
  @AwsSns({ topicArn: '${topic_arn}', message: [fromAuthorizer('principalId'), fromAuthorizer('tenant')] })
  ofFunction(): void {}

  @Get('cognito')
  @AwsAuthorizer(pool)
  @AwsSns({ topicArn: '${topic_arn}', message: text`${fromAuthorizer('claims.custom:tenant')}` })
  ofPool(): void {}

  @Get('mapped')
  @AwsIntegration(mapped('context.authorizer.principalId'))
  mapped(): void {}

  @Get('deployed')
  @AwsIntegration(mapped('context.${variable}'))
  deployed(): void {}

  @Get('certificate')
  @AwsIntegration(mapped('context.identity.clientCert.validity.notAfter'))
  certificate(): void {}
}

@Controller('context')
class ContextController {
  @Get('names')
  @AwsSns({
    topicArn: '${topic_arn}',
    message: [
      fromContext('requestid'),
      fromContext('sourceIp'),
      fromContext('tenant'),
      fromContext('requestid'),
    ],
  })
  names(): void {}

  @Get('open')
  @AwsSns({ topicArn: '${topic_arn}', message: fromAuthorizer('principalId') })
  open(): void {}

  @Get('pool')
  @AwsAuthorizer(pool)
  @AwsSns({
    topicArn: '${topic_arn}',
    message: [fromAuthorizer('claims'), fromAuthorizer('principalId')],
  })
  pool(): void {}

  @Get('function')
  @AwsAuthorizer(bearer)
  @AwsIntegration(mapped('context.authorizer.claims.sub'))
  ofFunction(): void {}

  @Get('signed')
  @AwsAuthorizer(new IamAuthorizer())
  @AwsIntegration(mapped('context.authorizer.principalId'))
  signed(): void {}

  @Get('error')
  @AwsIntegration(mapped('context.error.message'))
  error(): void {}
}

@Controller('template')
class TemplateController {
  @Get()
  @AwsLambda({
    functionArn: '${function_arn}',
    mode: 'custom',
    requestTemplates: {
      'application/json':
        '#set($context.requestOverride.header.X-A = $context.identity.sourceIp.length())## $context.nothing\n{"a":"$context.requestID","b":"${context.stage}"}',
    },
    responses: {
      'No .*': {
        statusCode: 404,
        responseTemplates: { 'application/json': '{"a":"$context.requestID","b":"$context.path"}' },
      },
    },
  })
  read(): void {}
}

testRule('empty-context-variable', [
  {
    name: 'is silent on variables of `$context`, on what authorizers say, and on what deployment names',
    controllers: [KnownController],
    options,
    reports: [],
  },
  {
    name: 'reports variables that there are not, and what the authorizer of the route does not say',
    controllers: [ContextController],
    options,
    reports: [
      ['empty-context-variable error at ContextController.error GET /context/error', 'context.error.message'],
      [
        'empty-context-variable error at ContextController.names GET /context/names',
        "fromContext('requestid')",
        'requestId',
        'requestid',
      ],
      [
        'empty-context-variable error at ContextController.names GET /context/names',
        "fromContext('sourceIp')",
        'identity.sourceIp',
        'sourceIp',
      ],
      ['empty-context-variable error at ContextController.names GET /context/names', "fromContext('tenant')"],
      [
        'empty-context-variable error at ContextController.ofFunction GET /context/function',
        'context.authorizer.claims.sub',
        'CognitoAuthorizer',
      ],
      [
        'empty-context-variable error at ContextController.open GET /context/open',
        "fromAuthorizer('principalId')",
      ],
      [
        'empty-context-variable error at ContextController.pool GET /context/pool',
        "fromAuthorizer('claims')",
      ],
      [
        'empty-context-variable error at ContextController.pool GET /context/pool',
        "fromAuthorizer('principalId')",
      ],
      [
        'empty-context-variable error at ContextController.signed GET /context/signed',
        'context.authorizer.principalId',
        'IamAuthorizer',
      ],
    ],
  },
  {
    name: 'reports gateway responses, which have the error',
    controllers: [],
    options: {
      gatewayResponses: {
        DEFAULT_4XX: {
          responseParameters: {
            'gatewayresponse.header.X-Error': 'context.error.responseType',
            'gatewayresponse.header.X-Caller': 'context.authorizer.principalId',
            'gatewayresponse.header.X-Stage': 'context.stageName',
          },
        },
      },
    },
    reports: [['empty-context-variable error at module', 'context.stageName']],
  },
  {
    name: 'reports templates, with what may be an override or a method left out',
    controllers: [TemplateController],
    reports: [
      [
        'empty-context-variable error at TemplateController.read GET /template',
        '$context.requestID',
        'requestId',
        'requestID',
      ],
    ],
  },
]);
