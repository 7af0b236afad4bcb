import { toJava, type JavaValue } from '../java/java-value.js';
import { printJava } from '../java/print-java.js';
import type { InputParameters } from '../template/create-input.js';
import type { TemplateInput } from '../template/render-template.js';
import { readPath } from '../template/json-path.js';
import { bodyText, type SampleRequest } from './exchange-types.js';
import type { TestedRoute } from './integration-document.js';

/** A request as API Gateway's mappings and templates see it. */
export interface GatewayView {
  readonly body: string;
  readonly params: InputParameters;
  readonly context: Readonly<Record<string, unknown>>;
  readonly stageVariables: Readonly<Record<string, string>>;
}

/** 2024-01-01T00:00:00Z: the same in every test, unless the sample says another. */
const REQUEST_TIME = 1_704_067_200_000;

export function viewRequest(route: TestedRoute, sample: SampleRequest): GatewayView {
  const { path = {}, query = {}, headers = {}, context = {}, authorizer, stageVariables = {} } = sample;
  const stage = 'test';
  return {
    body: bodyText(sample.body),
    params: {
      path,
      querystring: Object.fromEntries(
        Object.entries(query).map(([name, value]) => [
          name,
          typeof value === 'string' ? value : (value.at(-1) ?? ''),
        ]),
      ),
      header: headers,
    },
    context: {
      requestId: 'test-request-id',
      extendedRequestId: 'test-extended-request-id',
      requestTime: '01/Jan/2024:00:00:00 +0000',
      requestTimeEpoch: REQUEST_TIME,
      apiId: 'test-api',
      accountId: '123456789012',
      stage,
      httpMethod: route.method,
      resourcePath: route.path,
      path: `/${stage}${route.path.replace(/\{(\w[^}+]*)\+?\}/g, (written, name: string) => path[name] ?? written)}`,
      protocol: 'HTTP/1.1',
      identity: { sourceIp: '127.0.0.1', userAgent: 'test' },
      ...context,
      ...(authorizer ? { authorizer } : {}),
    },
    stageVariables,
  };
}

/** What a template sees of it, with the body that it is about. */
export function templateInput(view: GatewayView, body: string): TemplateInput {
  return { ...view, body };
}

/** A member of `$context`, by its path. */
export function readContext(view: GatewayView, path: string): string | undefined {
  const value = path
    .split('.')
    .reduce<unknown>((owner, name) => (owner as Record<string, unknown> | undefined)?.[name], view.context);
  return value === undefined || value === null ? undefined : printJava(toJava(value));
}

/** A member of a JSON body, by the JSONPath of a mapping, which has no `$`. */
export function readBody(root: JavaValue, path: string): string | undefined {
  const value = readPath(`$${path}`, root);
  return value === null || value === undefined ? undefined : printJava(value);
}
