import { defined } from '../../values/defined.js';
import { listUriVariables } from '../../grammar/list-uri-variables.js';
import type { AwsHttpOptions } from '../../decorators/aws-http.decorator.js';
import type { AwsLambdaOptions } from '../../decorators/aws-lambda.decorator.js';
import type { AwsMockOptions } from '../../decorators/aws-mock.decorator.js';
import type { DecoratorOf } from '../../decorators/decorator-metadata.js';
import {
  formatDeployValue,
  joinDeployValue,
  parseDeployValue,
  parsePlaceholders,
  type DeployValue,
} from '../../values/deploy-value.js';
import { parseOptionText } from '../../values/option-text.js';
import { parseDeployValues } from '../../values/parse-deploy-values.js';
import type {
  HttpIntegration,
  LambdaIntegration,
  MappedText,
  MockIntegration,
  RawIntegration,
} from './integration.js';
import { conflict, type FaultPlace, type OptionFault } from '../../options/option-fault.js';
import { isObject } from '../../openapi/openapi.js';
import { checkResponses } from '../../options/check-responses.js';
import { checkOptions, type OptionsShape } from '../../options/option-shape.js';
import { HTTP, LAMBDA, MOCK } from '../../options/option-shapes.js';
import { rawConflicts } from '../../options/raw-conflicts.js';
import { rawShape } from '../../options/raw-shape.js';
import type { IntegrationOf } from './integration-of.js';
import { ownerOf, type Read, type ReadGiven } from '../declarations/given.js';
import { resolveFunction } from '../functions/resolve-function.js';
import { SERVICE_READERS } from './service-readers.js';

export type ReadIntegration = ReadGiven<IntegrationOf>;

/** How the options of each decorator are read, without the services. */
const READERS = {
  AwsLambda: (given, at) => {
    const options = given.args[0];
    const owner = ownerOf(given);
    return read<AwsLambdaOptions>(
      typeof options === 'string' ? { functionArn: options } : options,
      LAMBDA,
      resolveLambda,
      owner,
      at,
      [...lambdaConflicts(owner, options, at), ...checkResponses(owner, options, at)],
    );
  },
  AwsHttp: (given, at) => {
    const options = given.args[0];
    return read<AwsHttpOptions>(
      typeof options === 'string' ? { baseUrl: options } : options,
      HTTP,
      resolveHttp,
      ownerOf(given),
      at,
      httpConflicts(ownerOf(given), options, at),
    );
  },
  AwsMock: (given, at) => read<AwsMockOptions>(given.args[0], MOCK, resolveMock, ownerOf(given), at),
  AwsIntegration: (given, at) => {
    const object = given.args[0];
    const owner = ownerOf(given);
    return read<Readonly<Record<string, unknown>>>(object, rawShape(object), resolveRaw, owner, at, [
      ...rawConflicts(owner, object, at),
      ...checkResponses(owner, object, at),
    ]);
  },
} satisfies Partial<Record<DecoratorOf<'integration'>, ReadIntegration>>;

/** How the options of each integration decorator are read. A missing decorator does not compile. */
export const INTEGRATION_READERS: Readonly<Record<DecoratorOf<'integration'>, ReadIntegration>> = {
  ...READERS,
  ...SERVICE_READERS,
};

function read<Options>(
  given: unknown,
  shape: OptionsShape,
  resolve: (options: Options) => IntegrationOf,
  owner: string,
  at: FaultPlace,
  conflicts: readonly OptionFault[] = [],
): Read<IntegrationOf> {
  const faults = [...checkOptions(owner, given, shape, at), ...conflicts];
  return faults.length > 0 ? { faults } : { value: resolve(given as Options), faults };
}

function lambdaConflicts(owner: string, given: unknown, at: FaultPlace): readonly OptionFault[] {
  if (!isObject(given)) return [];
  const mode = given['mode'] ?? 'proxy';
  if (typeof mode !== 'string') return [];
  const { invokeArn, streaming } = given;
  // A URI that starts with a placeholder may become either.
  const invokes = typeof invokeArn === 'string' && invokeArn.startsWith('arn:') ? invokeArn : undefined;
  const streams = invokes?.endsWith('/response-streaming-invocations');
  const ofStream = [
    ...(streaming === true && mode !== 'proxy'
      ? [
          conflict(
            at,
            `the option \`streaming\` of ${owner} has no effect with \`mode: '${mode}'\``,
            'Remove `streaming` or `mode`: only `proxy` streams.',
          ),
        ]
      : []),
    ...(streaming === true && streams === false
      ? [
          conflict(
            at,
            `${owner} has \`streaming: true\`, but its \`invokeArn\` invokes the function without streaming`,
            'Set `invokeArn` to `response_streaming_invoke_arn` of Terraform, or use `functionArn`.',
          ),
        ]
      : []),
    ...(streaming !== true && streams === true
      ? [
          conflict(
            at,
            `the \`invokeArn\` of ${owner} invokes the function with streaming, but \`streaming\` is not set`,
            'Add `streaming: true`, or set `invokeArn` to `invoke_arn` of Terraform.',
          ),
        ]
      : []),
  ];
  const unused = [
    ...(mode === 'proxy' ? [['requestTemplates', 'custom'] as const] : []),
    ...(mode === 'custom' ? [] : [['responses', 'custom'] as const]),
    ...(mode === 'proxy' ? [] : [['payloadFormat', 'proxy'] as const]),
  ].filter(([name]) => given[name] !== undefined);
  return [
    ...ofStream,
    ...unused.map(([name, taking]) =>
      conflict(
        at,
        `the option \`${name}\` of ${owner} has no effect with \`mode: '${mode}'\``,
        `Remove \`${name}\`, or set \`mode: '${taking}'\`.`,
      ),
    ),
  ];
}

function httpConflicts(owner: string, given: unknown, at: FaultPlace): readonly OptionFault[] {
  if (!isObject(given) || given['target'] === undefined || given['vpcLink'] !== undefined) return [];
  return [
    conflict(
      at,
      `the option \`target\` of ${owner} has no effect without \`vpcLink\``,
      "Set `vpcLink: '${vpc_link_id}'`, or remove `target`.",
    ),
  ];
}

function resolveLambda(options: AwsLambdaOptions): IntegrationOf {
  const {
    mode = 'proxy',
    payloadFormat,
    streaming,
    credentials,
    timeout,
    requestTemplates,
    responses,
  } = options;
  const integration: LambdaIntegration = {
    kind: 'lambda',
    mode,
    function: resolveFunction(options),
    ...(payloadFormat === undefined ? {} : { payloadFormat }),
    ...(streaming ? { streaming } : {}),
    ...(credentials === undefined ? {} : { credentials: parseDeployValue(credentials) }),
    ...defined({ timeout, requestTemplates }),
    ...(responses === undefined
      ? {}
      : {
          responses: parseDeployValues(responses, ['responseTemplates']) as NonNullable<
            LambdaIntegration['responses']
          >,
        }),
  };
  return () => integration;
}

function resolveHttp(options: AwsHttpOptions): IntegrationOf {
  const { vpcLink, target, headers, query, streaming, timeout, insecureSkipVerification = false } = options;
  const mapped = {
    ...(headers === undefined ? {} : { headers: parseMapped(headers) }),
    ...(query === undefined ? {} : { query: parseMapped(query) }),
  };
  const exact = options.url === undefined ? undefined : parseDeployValue(options.url);
  const base = parseDeployValue((options.baseUrl ?? '').replace(/\/+$/, ''));
  return ({ method, path }): HttpIntegration => {
    // A greedy variable is written without its `+` in a URI.
    const own = path.replace(/\+\}/g, '}');
    const url = exact ?? joinDeployValue(base, own);
    const baseUrl = exact ? withoutEnd(exact, own) : base;
    return {
      kind: 'http',
      url,
      ...(baseUrl ? { baseUrl } : {}),
      method: options.method ?? method.toUpperCase(),
      pathParameters: listUriVariables(formatDeployValue(url)),
      insecureSkipVerification,
      ...(vpcLink === undefined ? {} : { vpcLink: parseDeployValue(vpcLink) }),
      ...(target === undefined ? {} : { target: parseDeployValue(target) }),
      ...mapped,
      ...(streaming ? { streaming } : {}),
      ...(timeout === undefined ? {} : { timeout }),
    };
  };
}

function parseMapped(given: NonNullable<AwsHttpOptions['headers']>): NonNullable<HttpIntegration['headers']> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      typeof value === 'string' ? parseMappedText(value) : value,
    ]),
  );
}

/** `${stageVariables.name}` is a value of the request, as in the options of services. */
function parseMappedText(text: string): MappedText {
  const parsed = parseOptionText(text);
  return typeof parsed === 'string' ? parseDeployValue(parsed) : parsed;
}

/** Absent: the value ends with something else. */
function withoutEnd(value: DeployValue, end: string): DeployValue | undefined {
  const parts = value['@deploy'];
  const last = parts.at(-1);
  return typeof last === 'string' && last.endsWith(end)
    ? joinDeployValue({ '@deploy': parts.slice(0, -1) }, last.slice(0, -end.length))
    : undefined;
}

function resolveMock({ status = 200, body, headers = {} }: AwsMockOptions): IntegrationOf {
  const given = Object.entries(headers);
  const contentType = given.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const json = typeof body !== 'string';
  const integration: MockIntegration = {
    kind: 'mock',
    status,
    headers: Object.fromEntries(given.map(([name, value]) => [name, parseDeployValue(value)])),
    ...(body === undefined
      ? {}
      : {
          body: {
            contentType: contentType ?? (json ? 'application/json' : 'text/plain'),
            json,
            text: parsePlaceholders(json ? JSON.stringify(body) : body),
          },
        }),
  };
  return () => integration;
}

function resolveRaw(given: Readonly<Record<string, unknown>>): IntegrationOf {
  const integration: RawIntegration = {
    kind: 'raw',
    object: parseDeployValues(given, ['requestTemplates', 'responseTemplates']) as RawIntegration['object'],
  };
  return () => integration;
}
