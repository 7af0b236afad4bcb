import { Controller, Get, Param, type Type } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import {
  AwsHttp,
  AwsIgnore,
  AwsLambda,
  AwsPublic,
  CognitoAuthorizer,
  fromAuthorizer,
  fromContext,
  fromHeader,
  fromPath,
  fromStage,
  text,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { createGatewayTester } from '../lib/testing/index.js';
import { AS_WRITTEN, writeTree } from '../lib/values/deploy-tree.js';
import { compileControllers } from './support/create-app.js';
import { judgeImport } from './support/import-judge/judge-import.js';

const pool = new CognitoAuthorizer({
  name: 'pool',
  userPoolArns: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a'],
});
const ALB = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188';
const CONTAINER: AwsGatewayOptions = {
  authorizer: pool,
  integration: {
    kind: 'http',
    baseUrl: 'http://shop.internal',
    vpcLink: 'link-1',
    target: ALB,
    headers: {
      'X-User': fromAuthorizer('claims.sub'),
      'X-Request': fromContext('requestId'),
      'X-Via': 'gateway',
    },
    query: { tenant: fromStage('tenant') },
  },
};

@Controller('orders')
class OrdersController {
  @Get(':id')
  read(@Param('id') _id: string): void {}

  @Get()
  @AwsPublic()
  list(): void {}
}

interface Compiled {
  readonly codes: readonly string[];
  readonly document: Readonly<Record<string, unknown>>;
  readonly integrationOf: (path: string) => Readonly<Record<string, unknown>>;
}

async function compileOne(controllers: readonly Type[], options: AwsGatewayOptions): Promise<Compiled> {
  const { diagnostics, outputs } = await compileControllers(controllers, options);
  const document = writeTree(outputs['rest-api']!.document, AS_WRITTEN) as Compiled['document'];
  const paths = document['paths'] as Record<string, { get: Record<string, Compiled['document']> }>;
  return {
    codes: diagnostics.map(({ code, severity }) => `${code} ${severity}`),
    document,
    integrationOf: (path) => paths[path]!.get['x-amazon-apigateway-integration']!,
  };
}

describe('a container behind a VPC link V2', () => {
  it('gets the identity of the caller in a header, and the load balancer', async () => {
    const { codes, document, integrationOf } = await compileOne([OrdersController], CONTAINER);
    expect(codes).toEqual(['stage-in-path info']);
    expect(integrationOf('/orders/{id}')).toEqual({
      type: 'http_proxy',
      httpMethod: 'GET',
      uri: 'http://shop.internal/orders/{id}',
      connectionType: 'VPC_LINK',
      connectionId: 'link-1',
      integrationTarget: ALB,
      requestParameters: {
        'integration.request.path.id': 'method.request.path.id',
        'integration.request.header.X-User': 'context.authorizer.claims.sub',
        'integration.request.header.X-Request': 'context.requestId',
        'integration.request.header.X-Via': "'gateway'",
        'integration.request.querystring.tenant': 'stageVariables.tenant',
      },
    });
    expect(judgeImport(document)).toEqual([]);
  });

  it('is told that nobody is known on an open route, whatever the caller sends', async () => {
    const { document } = await compileOne([OrdersController], CONTAINER);
    const tester = createGatewayTester(document);
    const open = (route: string, sample: object) => tester.open(route, sample).request!;
    const sent = open('GET /orders', { headers: { 'X-User': 'admin', 'X-Other': '1' } });
    expect(sent.headers).toMatchObject({ 'X-User': '-', 'X-Via': 'gateway', 'X-Other': '1' });
    expect(sent.path).toMatch(/^\/[^/]+\/orders$/);
    const known = open('GET /orders/{id}', {
      path: { id: '7' },
      headers: { 'X-User': 'admin' },
      authorizer: { claims: { sub: 'user-1' } },
      stageVariables: { tenant: 'acme' },
    });
    expect(known.headers).toMatchObject({ 'X-User': 'user-1' });
    expect(known.query).toEqual({ tenant: 'acme' });
  });

  it('declares the parameters that it reads, and reports those that do not exist', async () => {
    @Controller('read')
    class ReadController {
      @Get(':id')
      @AwsHttp({
        url: 'https://a.example.com',
        headers: { 'X-Id': fromPath('id'), 'X-T': fromHeader('X-Tenant') },
      })
      fits(@Param('id') _id: string): void {}

      @Get('wrong/:id')
      @AwsHttp({ url: 'https://a.example.com', headers: { 'X-Id': fromPath('name') } })
      wrongPath(@Param('id') _id: string): void {}

      @Get('open/:id')
      @AwsPublic()
      @AwsHttp({ url: 'https://a.example.com', headers: { 'X-User': fromAuthorizer('claims.sub') } })
      open(@Param('id') _id: string): void {}
    }
    const { codes, document } = await compileOne([ReadController], { authorizer: pool });
    expect(codes).toEqual(['empty-context-variable error', 'request-value-without-source error']);
    expect(document['paths']).toMatchObject({
      '/read/{id}': { get: { parameters: [{ name: 'id' }, { name: 'X-Tenant', in: 'header' }] } },
    });
  });

  it.each<[string, object, string]>([
    ['a template', { headers: { 'X-A': text`a${fromPath('id')}` } }, 'invalid-option error'],
    ['a quote', { headers: { 'X-A': "it's" } }, 'invalid-option error'],
    [
      'a variable of the stage inside text',
      { headers: { 'X-A': 'a${stageVariables.b}' } },
      'invalid-option error',
    ],
    ['a name', { query: { 'a b': 'c' } }, 'invalid-option error'],
    ['a header of API Gateway', { headers: { 'Content-Length': '1' } }, 'reserved-header error'],
    ['a target without a link', { target: ALB }, 'conflicting-options error'],
    ['a target of another kind', { vpcLink: 'l', target: 'arn:aws:s3:::a' }, 'invalid-deploy-value error'],
  ])('cannot have %s', async (_, options, code) => {
    @Controller('things')
    class ThingsController {
      @Get(':id')
      @AwsHttp({ url: 'https://a.example.com', ...options })
      read(@Param('id') _id: string): void {}
    }
    const { codes } = await compileOne([ThingsController], {});
    expect(codes).toEqual([code]);
  });
});

describe('streaming', () => {
  @Controller('streams')
  @AwsIgnore('enhancer-without-effect', 'none')
  class StreamsController {
    @Get('function')
    @AwsLambda({ functionArn: '${arn}', streaming: true, timeout: 900_000 })
    ofFunction(): void {}

    @Get('backend')
    @AwsHttp({ url: 'https://a.example.com', streaming: true })
    ofBackend(): void {}
  }

  it('invokes the function by its other path, for 15 minutes', async () => {
    const { codes, document, integrationOf } = await compileOne([StreamsController], {});
    expect(codes).toEqual(['unused-ignore warning']);
    expect(integrationOf('/streams/function')).toEqual({
      type: 'aws_proxy',
      httpMethod: 'POST',
      uri: 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2021-11-15/functions/${arn}/response-streaming-invocations',
      timeoutInMillis: 900_000,
      responseTransferMode: 'STREAM',
    });
    expect(integrationOf('/streams/backend')).toMatchObject({ responseTransferMode: 'STREAM' });
    const filled = JSON.parse(
      JSON.stringify(document).replaceAll('${arn}', 'arn:aws:lambda:eu-west-1:111122223333:function:f'),
    ) as Compiled['document'];
    expect(judgeImport(filled)).toEqual([]);
  });

  const INVOKE = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations';
  const STREAM =
    'arn:aws:apigateway:eu-west-1:lambda:path/2021-11-15/functions/f/response-streaming-invocations';

  it.each<[object, readonly string[]]>([
    [{ invokeArn: STREAM, streaming: true }, []],
    [{ invokeArn: '${invoke_arn}', streaming: true }, []],
    [{ invokeArn: INVOKE, streaming: true }, ['conflicting-options error']],
    [{ invokeArn: STREAM }, ['conflicting-options error']],
    [{ functionArn: '${arn}', streaming: true, mode: 'async' }, ['conflicting-options error']],
    [{ functionArn: '${arn}', streaming: true, mode: 'custom' }, ['conflicting-options error']],
  ])('%j reports %j', async (options, expected) => {
    @Controller('things')
    class ThingsController {
      @Get()
      @AwsLambda(options as never)
      read(): void {}
    }
    expect((await compileOne([ThingsController], {})).codes).toEqual(expected);
  });
});

const compileWith = (options: AwsGatewayOptions): Promise<Compiled> =>
  compileOne([OrdersController], {
    integration: { kind: 'http', baseUrl: 'https://a.example.com' },
    ...options,
  });

describe('settings of the host name', () => {
  it('are extensions of the document', async () => {
    const { codes, document } = await compileWith({
      securityPolicy: 'SecurityPolicy_TLS13_1_2_PQ_2025_09',
      endpointAccessMode: 'STRICT',
    });
    expect(codes).toEqual([]);
    expect(document).toMatchObject({
      'x-amazon-apigateway-security-policy': 'SecurityPolicy_TLS13_1_2_PQ_2025_09',
      'x-amazon-apigateway-endpoint-access-mode': 'STRICT',
    });
    expect(judgeImport(document)).toEqual([]);
  });

  it('need an access mode for the newer policies, and a known policy', async () => {
    expect((await compileWith({ securityPolicy: 'SecurityPolicy_TLS13_2025_EDGE' })).codes).toEqual([
      'conflicting-options error',
    ]);
    expect((await compileWith({ securityPolicy: 'TLS_1_3' as never })).codes).toEqual([
      'invalid-option error',
    ]);
    expect((await compileWith({ endpointAccessMode: 'OPEN' as never })).codes).toEqual([
      'invalid-option error',
    ]);
  });

  it('leave the type of the addresses to Terraform', async () => {
    const { document } = await compileWith({ endpoint: { ipAddressType: 'dualstack' } });
    expect(document['servers']).toBeUndefined();
  });
});
