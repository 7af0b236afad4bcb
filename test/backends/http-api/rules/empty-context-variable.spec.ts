import { Controller, Get } from '@nestjs/common';
import {
  AwsAuthorizer,
  AwsHttp,
  AwsIntegration,
  CognitoAuthorizer,
  fromAuthorizer,
  fromContext,
  JwtAuthorizer,
  LambdaAuthorizer,
} from 'nestjs-aws-gateway';
import type { AwsGatewayOptions, RequestValue } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../support/test-rule.js';

const HTTP_API: AwsGatewayOptions = { ...ANSWERED, gateway: 'http-api' };
const jwt = new JwtAuthorizer({ name: 'jwt', issuer: 'https://id.example.com', audience: ['shop'] });
const pool = new CognitoAuthorizer({
  name: 'pool',
  userPoolArns: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_abc'],
  clientIds: ['${client_id}'],
});
const bearer = new LambdaAuthorizer({
  name: 'bearer',
  functionArn: '${authorizer_arn}',
  identitySources: ['header.Authorization', 'context.routeKey'],
});
const withHeader = (value: RequestValue): MethodDecorator & ClassDecorator =>
  AwsHttp({ baseUrl: 'https://example.com', headers: { 'X-Value': value } });
const mapped = (value: string): MethodDecorator & ClassDecorator =>
  AwsIntegration({
    type: 'http_proxy',
    httpMethod: 'GET',
    uri: 'https://example.com',
    requestParameters: { 'overwrite:header.X-Value': value },
  });

@Controller('silent')
class SilentController {
  @Get('claim')
  @AwsAuthorizer(jwt)
  @withHeader(fromAuthorizer('claims.sub'))
  claim(): void {}

  @Get('key')
  @AwsAuthorizer(bearer)
  @withHeader(fromAuthorizer('tenant'))
  key(): void {}

  @Get('route')
  @withHeader(fromContext('routeKey'))
  route(): void {}

  @Get('raw')
  @AwsAuthorizer(jwt)
  @mapped('${context.authorizer.claims.sub}-${context.requestId}')
  raw(): void {}
}

@Controller('jwt')
@AwsAuthorizer(jwt)
class JwtController {
  @Get()
  @withHeader(fromAuthorizer('sub'))
  value(): void {}

  @Get('raw')
  @mapped('$context.authorizer.sub')
  raw(): void {}
}

@Controller('pool')
@AwsAuthorizer(pool)
class PoolController {
  @Get()
  @withHeader(fromAuthorizer('principalId'))
  value(): void {}
}

@Controller('context')
class ContextController {
  @Get('rest')
  @withHeader(fromContext('resourcePath'))
  ofRest(): void {}

  @Get('open')
  @withHeader(fromAuthorizer('claims.sub'))
  open(): void {}
}

testRule('empty-context-variable', [
  {
    name: 'is silent on claims, on the context of a function and on variables of HTTP APIs',
    controllers: [SilentController],
    options: HTTP_API,
    reports: [],
  },
  {
    name: 'reports what is not a claim beside a JWT authorizer, in values and in mappings',
    controllers: [JwtController, PoolController],
    options: HTTP_API,
    reports: [
      [
        'empty-context-variable error at JwtController.raw GET /jwt/raw',
        '$context.authorizer.sub',
        'claims.sub',
      ],
      ['empty-context-variable error at JwtController.value GET /jwt', "fromAuthorizer('sub')", 'claims.sub'],
      [
        'empty-context-variable error at PoolController.value GET /pool',
        "fromAuthorizer('principalId')",
        'claims.sub',
      ],
    ],
  },
  {
    name: 'reports variables that only a REST API has, and the context of an authorizer that is not there',
    controllers: [ContextController],
    options: HTTP_API,
    reports: [
      [
        'empty-context-variable error at ContextController.ofRest GET /context/rest',
        "fromContext('resourcePath')",
      ],
      [
        'empty-context-variable error at ContextController.open GET /context/open',
        "fromAuthorizer('claims.sub')",
      ],
    ],
  },
]);
