import { toJava } from '../java/java-value.js';
import { printJava } from '../java/print-java.js';
import type { InputParameters } from '../template/create-input.js';
import type { TemplateInput } from '../template/render-template.js';
import { byName } from './by-name.js';
import { bodyBytes, decodeUtf8, type MultiValues, type SampleRequest } from './exchange-types.js';
import type { Explain } from './explained-step.js';
import { receiveHeaders } from './header-names.js';
import type { TestedRoute } from './integration-document.js';

type Lists = Readonly<Record<string, readonly string[]>>;

/** A request as API Gateway's mappings and templates see it. */
export interface GatewayView {
  /** The body as text; bytes that are not UTF-8 are lost. */
  readonly body: string;
  /** The body as it arrived. */
  readonly bytes: Uint8Array;
  readonly params: InputParameters;
  /** All values of each query parameter and header, of which `params` has the last. */
  readonly all: { readonly querystring: Lists; readonly header: Lists };
  readonly context: Readonly<Record<string, unknown>>;
  readonly stageVariables: Readonly<Record<string, string>>;
  readonly explain: Explain;
}

/** 2024-01-01T00:00:00Z: the same in every test, unless the sample says another. */
const REQUEST_TIME = 1_704_067_200_000;

const API_ID = 'test-api';
const STAGE = 'test';

/** Members that depend on who calls: a template sees their names, and they print nothing. */
const UNKNOWN_CALLER = Object.fromEntries(
  [
    'cognitoIdentityPoolId',
    'accountId',
    'cognitoIdentityId',
    'caller',
    'principalOrgId',
    'accessKey',
    'cognitoAuthenticationType',
    'cognitoAuthenticationProvider',
    'userArn',
    'user',
  ].map((name) => [name, null]),
);

export function viewRequest(
  route: TestedRoute,
  sample: SampleRequest,
  explain: Explain = () => {},
): GatewayView {
  const { path = {}, query = {}, headers = {}, stageVariables = {} } = sample;
  const all = { querystring: listValues(query), header: receiveHeaders(headers) };
  const bytes = bodyBytes(sample.body);
  return {
    body: decodeUtf8(bytes),
    bytes,
    params: {
      path: byName(Object.entries(path)),
      querystring: lastValues(all.querystring),
      header: lastValues(all.header),
    },
    all,
    context: describeRequest(route, sample),
    stageVariables: byName(Object.entries(stageVariables)),
    explain,
  };
}

/** `$context`, without the overrides. */
function describeRequest(
  { method, path }: TestedRoute,
  { path: values = {}, context = {}, authorizer }: SampleRequest,
): GatewayView['context'] {
  const { identity, ...more } = context;
  return {
    requestId: 'test-request-id',
    extendedRequestId: 'test-extended-request-id',
    requestTime: '01/Jan/2024:00:00:00 +0000',
    requestTimeEpoch: REQUEST_TIME,
    apiId: API_ID,
    accountId: '123456789012',
    deploymentId: 'test-deployment-id',
    resourceId: 'test-resource-id',
    domainName: `${API_ID}.execute-api.us-east-1.amazonaws.com`,
    domainPrefix: API_ID,
    stage: STAGE,
    httpMethod: method,
    resourcePath: path,
    path:
      more['path'] ??
      `/${STAGE}${path.replace(/\{(\w[^}+]*)\+?\}/g, (written, name: string) =>
        Object.hasOwn(values, name) ? values[name]! : written,
      )}`,
    protocol: 'HTTP/1.1',
    identity: {
      ...UNKNOWN_CALLER,
      sourceIp: '127.0.0.1',
      userAgent: 'test',
      ...(identity as Readonly<Record<string, unknown>> | undefined),
    },
    ...more,
    ...(authorizer ? { authorizer } : {}),
  };
}

function listValues(values: MultiValues): Lists {
  return byName(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? [value] : value]),
  );
}

function lastValues(lists: Lists): Readonly<Record<string, string>> {
  return byName(Object.entries(lists).map(([name, values]) => [name, values.at(-1) ?? '']));
}

/** What a template sees of it, with the body that it is about. */
export function templateInput(view: GatewayView, body: string): TemplateInput {
  const { params, context, stageVariables } = view;
  return { params, context, stageVariables, body };
}

/** A member of `$context`, by its path. Its maps print nothing. */
export function readContext(view: GatewayView, path: string): string | undefined {
  const value = path
    .split('.')
    .reduce<unknown>(
      (owner, name) => (isMap(owner) && Object.hasOwn(owner, name) ? owner[name] : undefined),
      view.context,
    );
  return value === undefined || value === null || isMap(value) ? undefined : printJava(toJava(value));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
