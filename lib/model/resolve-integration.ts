import type { AwsHttpOptions } from '../decorators/aws-http.decorator.js';
import type { AwsLambdaOptions } from '../decorators/aws-lambda.decorator.js';
import type { AwsMockOptions } from '../decorators/aws-mock.decorator.js';
import type { Declaration } from '../decorators/decorator-metadata.js';
import { formatDeployValue, joinDeployValue, parseDeployValue } from '../values/deploy-value.js';
import { parseDeployValues } from '../values/parse-deploy-values.js';
import type {
  FaultPlace,
  HttpIntegration,
  LambdaFunction,
  LambdaIntegration,
  MockIntegration,
  OptionFault,
  Place,
  RawIntegration,
  Integration,
} from './gateway-model.js';
import { isObject } from '../openapi/openapi.js';
import { checkResponses } from '../options/check-responses.js';
import { checkOptions, show, type OptionsShape } from '../options/option-shape.js';
import { HTTP, LAMBDA, MOCK } from '../options/option-shapes.js';
import { rawConflicts } from '../options/raw-conflicts.js';
import { rawShape } from '../options/raw-shape.js';
import { resolveServiceIntegration, SERVICE_KINDS } from './resolve-service-integration.js';

/** An integration without the route, which only an HTTP backend needs to know. */
export type IntegrationOf = (place: Place) => Integration;

export interface ResolvedIntegration {
  /** Absent when the options have faults. */
  readonly integration?: IntegrationOf;
  readonly faults: readonly OptionFault[];
}

/** Reads the options of an integration decorator, or of the module's `integration`. */
export function resolveIntegration(declaration: Declaration, at: FaultPlace): ResolvedIntegration {
  const given = declaration.args[0];
  const owner = `@${declaration.decorator}`;
  const service = SERVICE_KINDS.get(declaration.decorator);
  if (service) return resolveServiceIntegration(service, given, at);
  switch (declaration.decorator) {
    case 'AwsLambda':
      return read(
        owner,
        typeof given === 'string' ? { functionArn: given } : given,
        LAMBDA,
        at,
        resolveLambda,
        [...lambdaConflicts(owner, given, at), ...checkResponses(owner, given, at)],
      );
    case 'AwsHttp':
      return read(owner, typeof given === 'string' ? { baseUrl: given } : given, HTTP, at, resolveHttp);
    case 'AwsMock':
      return read(owner, given, MOCK, at, resolveMock);
    default:
      return read(owner, given, rawShape(given), at, resolveRaw, [
        ...rawConflicts(owner, given, at),
        ...checkResponses(owner, given, at),
      ]);
  }
}

function read<Options>(
  owner: string,
  given: unknown,
  shape: OptionsShape,
  at: FaultPlace,
  resolve: (options: Options) => IntegrationOf,
  conflicts: readonly OptionFault[] = [],
): ResolvedIntegration {
  const faults = [...checkOptions(owner, given, shape, at), ...conflicts];
  return faults.length > 0 ? { faults } : { integration: resolve(given as Options), faults };
}

function lambdaConflicts(owner: string, given: unknown, at: FaultPlace): readonly OptionFault[] {
  if (!isObject(given)) return [];
  const mode = given['mode'] ?? 'proxy';
  const unused = [
    ...(mode === 'proxy' ? ['requestTemplates'] : []),
    ...(mode === 'custom' ? [] : ['responses']),
  ].filter((name) => given[name] !== undefined);
  return unused.map((name) => ({
    code: 'conflicting-options',
    at,
    message: `the option \`${name}\` of ${owner} has no effect in the mode ${show(mode)}`,
    fix: "Remove it, or set `mode: 'custom'`.",
  }));
}

export function resolveFunction(options: {
  readonly functionArn?: string;
  readonly invokeArn?: string;
}): LambdaFunction {
  return options.functionArn === undefined
    ? { invokeArn: parseDeployValue(options.invokeArn!) }
    : { functionArn: parseDeployValue(options.functionArn) };
}

function resolveLambda(options: AwsLambdaOptions): IntegrationOf {
  const { mode = 'proxy', credentials, timeout, requestTemplates, responses } = options;
  const integration: LambdaIntegration = {
    kind: 'lambda',
    mode,
    function: resolveFunction(options),
    ...(credentials === undefined ? {} : { credentials: parseDeployValue(credentials) }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(requestTemplates === undefined ? {} : { requestTemplates }),
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
  const { vpcLink, timeout, insecureSkipVerification = false } = options;
  const exact = options.url === undefined ? undefined : parseDeployValue(options.url);
  const base = parseDeployValue((options.baseUrl ?? '').replace(/\/+$/, ''));
  return ({ method, path }): HttpIntegration => {
    // A greedy variable is written without its `+` in a URI.
    const url = exact ?? joinDeployValue(base, path.replace(/\+\}/g, '}'));
    const names = formatDeployValue(url).matchAll(/(?<!\$)\{([^{}]+)\}/g);
    return {
      kind: 'http',
      url,
      method: options.method ?? method.toUpperCase(),
      pathParameters: [...new Set([...names].map((match) => match[1]!))],
      insecureSkipVerification,
      ...(vpcLink === undefined ? {} : { vpcLink: parseDeployValue(vpcLink) }),
      ...(timeout === undefined ? {} : { timeout }),
    };
  };
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
            text: parseDeployValue(json ? JSON.stringify(body) : body),
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
