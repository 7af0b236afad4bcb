import * as fc from 'fast-check';
import { fromContext, fromHeader, fromQuery, text } from 'nestjs-aws-gateway';
import { application, type ApplicationSpec } from './arbitrary-application.js';
import type { AuthorizerSpec } from './arbitrary-authorizer.js';
import type { ControllerSpec } from './arbitrary-controller.js';
import type { Decoration } from './arbitrary-integration.js';
import { placeholderOf, privateValue } from './arbitrary-text.js';
import { functionArn, header, host, maybe, roleArn, target } from './arbitrary-values.js';

const timeout = fc.integer({ min: 50, max: 30_000 });
const listener = fc.oneof(
  placeholderOf('listener_arn'),
  fc.constantFrom(
    'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2',
    'arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-abc?stage=prod',
  ),
);
const requestValue = fc.oneof(
  fc.constantFrom(
    fromHeader('X-Tenant'),
    fromQuery('page'),
    fromContext('routeKey'),
    fromContext('requestId'),
  ),
  fc.constant(text`tenant ${fromHeader('X-Tenant')}`),
);
const mapped = fc.oneof(
  privateValue,
  fc.constantFrom(
    fromHeader('X-Tenant'),
    fromQuery('page'),
    fromContext('routeKey'),
    fromContext('requestId'),
  ),
);

const lambda = fc.oneof(
  functionArn.map((arn): unknown => arn),
  fc
    .tuple(
      target,
      maybe<unknown>({ credentials: roleArn, timeout, payloadFormat: fc.constantFrom('1.0', '2.0') }),
    )
    .map(([called, rest]) => ({ ...called, ...rest })),
);
const http = fc
  .tuple(
    fc.oneof(
      host.map((url) => ({ url: `${url}/exact` })),
      host.map((baseUrl) => ({ baseUrl: `${baseUrl}/base/` })),
    ),
    fc.oneof(fc.constant({}), fc.record({ vpcLink: privateValue, target: listener })),
    maybe<unknown>({
      headers: fc.dictionary(header, mapped, { maxKeys: 2 }),
      query: fc.constant({ stage: fromContext('stage'), tenant: fromHeader('X-Tenant') }),
      method: fc.constantFrom('GET', 'POST', 'ANY'),
      timeout,
    }),
  )
  .map(([url, link, rest]) => ({ ...url, ...link, ...rest }));
const raw = fc.oneof(
  fc
    .tuple(
      host,
      fc.subarray([
        ['overwrite:header.X-Raw', '$request.header.X-Other'],
        ['append:querystring.stage', '${context.stage}-${stageVariables.name}'],
        ['remove:header.X-Old', "''"],
        ['overwrite:path', '/fixed/${request.querystring.q}'],
      ]),
    )
    .map(([uri, parameters]) => ({
      type: 'http_proxy',
      httpMethod: 'ANY',
      uri,
      ...(parameters.length > 0 ? { requestParameters: Object.fromEntries(parameters) } : {}),
    })),
  fc
    .tuple(
      roleArn,
      fc.constantFrom<readonly [string, object]>(
        ['SQS-PurgeQueue', {}],
        ['SQS-ReceiveMessage', { MaxNumberOfMessages: '10' }],
        ['SQS-DeleteMessage', { ReceiptHandle: '$request.querystring.receipt' }],
      ),
    )
    .map(([credentials, [integrationSubtype, parameters]]) => ({
      type: 'AWS_PROXY',
      integrationSubtype,
      credentials,
      requestParameters: { QueueUrl: '${queue_url}', ...parameters },
    })),
);
const services: fc.Arbitrary<Decoration> = fc.oneof(
  fc.record({ queueUrl: placeholderOf('queue_url'), message: requestValue }).map(of('AwsSqs')),
  fc
    .record({
      eventBus: privateValue,
      source: requestValue,
      detailType: requestValue,
      detail: fc.constant({ kept: true }),
    })
    .map(of('AwsEventBridge')),
  fc.record({ stream: privateValue, partitionKey: requestValue, data: requestValue }).map(of('AwsKinesis')),
  fc
    .record({
      action: fc.constantFrom('StartExecution', 'StartSyncExecution'),
      stateMachineArn: placeholderOf('workflow_arn'),
      input: requestValue,
    })
    .map(of('AwsStepFunctions')),
  fc
    .record({
      service: fc.constant('appconfig'),
      action: fc.constant('GetConfiguration'),
      body: fc.constant({
        Application: 'shop',
        Environment: 'prod',
        Configuration: 'flags',
        ClientId: fromHeader('X-Client'),
      }),
    })
    .map(of('AwsService')),
);

function of(decorator: string): (options: object) => Decoration {
  return (options) => ({ decorator, args: [{ ...options, credentials: '${role_arn}' }] });
}

/** An integration decorator of every kind that an HTTP API has. */
const integration: fc.Arbitrary<Decoration> = fc.oneof(
  lambda.map((given) => ({ decorator: 'AwsLambda', args: [given] })),
  http.map((given) => ({ decorator: 'AwsHttp', args: [given] })),
  raw.map((given) => ({ decorator: 'AwsIntegration', args: [given] })),
  services,
);

const INTEGRATIONS = ['AwsLambda', 'AwsHttp', 'AwsMock', 'AwsIntegration'];
/** An HTTP API has no counterpart of them. */
const WITHOUT = ['AwsApiKey', 'AwsValidation', 'AwsCors'];

/** An application of which an HTTP API can serve every route. */
export const httpApiApplication: fc.Arbitrary<ApplicationSpec> = fc
  .tuple(
    application(),
    fc.array(integration, { minLength: 4, maxLength: 8 }),
    fc.option(
      fc.tuple(
        host.filter((origin) => !origin.includes('$')),
        maybe<unknown>({ allowCredentials: fc.boolean(), maxAge: fc.nat({ max: 86_400 }) }),
      ),
      { nil: undefined },
    ),
    functionArn,
  )
  .map(([spec, pool, cors, arn]) => {
    let next = 0;
    const suit = (decorations: readonly Decoration[]): readonly Decoration[] =>
      decorations.flatMap((decoration) => {
        if (INTEGRATIONS.includes(decoration.decorator)) return [pool[(next += 1) % pool.length]!];
        return WITHOUT.includes(decoration.decorator) ? [] : [decoration];
      });
    const suitController = (controller: ControllerSpec): ControllerSpec => ({
      ...controller,
      decorations: suit(controller.decorations),
      handlers: controller.handlers.map((handler) => ({
        ...handler,
        decorations: suit(handler.decorations),
      })),
    });
    const { authorizer, credentials, catchAll, region, partition, accountId } = spec.options;
    const options = { authorizer, credentials, catchAll, region, partition, accountId };
    return {
      ...spec,
      title: 'Generated',
      authorizers: spec.authorizers.map(suitAuthorizer),
      options: {
        ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
        gateway: 'http-api',
        validation: 'none',
        integration: { kind: 'lambda', functionArn: arn },
        ...(cors ? { cors: { allowOrigins: [cors[0]], ...cors[1] } } : {}),
      },
      modules: spec.modules.map((module) => ({
        ...module,
        controllers: module.controllers.map(suitController),
      })),
    };
  });

/** Each kind stays, with what an HTTP API wants of it. Every other Cognito authorizer becomes one of another issuer. */
function suitAuthorizer({ kind, options }: AuthorizerSpec, index: number): AuthorizerSpec {
  const { name, publicScheme } = options;
  const shown = publicScheme === undefined ? {} : { publicScheme };
  if (kind === 'cognito') {
    return index % 2 === 0
      ? {
          kind: 'jwt',
          options: {
            name,
            ...shown,
            issuer: 'https://${issuer_host}/realm',
            audience: ['shop', '${audience}'],
          },
        }
      : {
          kind,
          options: {
            name,
            ...shown,
            userPoolArns: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_abc'],
            clientIds: ['${client_id}'],
          },
        };
  }
  if (kind !== 'lambda') return { kind, options };
  const { type: _, identityValidationExpression: __, ...rest } = options;
  return { kind, options: { ...rest, identitySources: ['header.Authorization', 'context.routeKey'] } };
}
