import { toJava, type JavaMap, type JavaValue } from '../java/java-value.js';
import { printJava } from '../java/print-java.js';
import { runTemplate } from '../velocity/run-template.js';
import { createInput, type InputParameters } from './create-input.js';
import { createUtil } from './create-util.js';

/** What a mapping template sees. */
export interface TemplateInput {
  /** Of the caller's request, or of the service's answer in a response template. */
  readonly body?: string;
  /** The caller's, in a response template too. */
  readonly params?: Partial<InputParameters>;
  /** `$context`, such as `{ requestId: 'x', authorizer: { principalId: 'ann' } }`. */
  readonly context?: Readonly<Record<string, unknown>>;
  readonly stageVariables?: Readonly<Record<string, string>>;
}

/** What a template set in `$context.requestOverride` and `$context.responseOverride`. */
export interface Overrides {
  readonly header: Readonly<Record<string, string>>;
  readonly path: Readonly<Record<string, string>>;
  readonly querystring: Readonly<Record<string, string>>;
  readonly responseHeader: Readonly<Record<string, string>>;
  /** Whole number from 100 to 599; API Gateway ignores any other. */
  readonly status?: number;
}

export interface RenderedTemplate {
  readonly text: string;
  readonly overrides: Overrides;
}

/**
 * Runs one mapping template, in Velocity as Apache's engine runs it, with `$input`, `$util`, `$context` and
 * `$stageVariables` as API Gateway documents them. It is an aid for tests: it is not API Gateway, and what it prints is
 * what API Gateway is known to print, no more.
 *
 * @example
 * ```ts
 * const { text } = renderTemplate(`{"name":$input.json('$.name')}`, { body: '{"name":"Ann"}' });
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 * @publicApi
 */
export function renderTemplate(template: string, input: TemplateInput = {}): RenderedTemplate {
  const { body = '', params = {}, context = {}, stageVariables = {} } = input;
  const variables = toJava({
    ...context,
    requestOverride: { header: {}, path: {}, querystring: {} },
    responseOverride: { header: {} },
  }) as JavaMap;
  const text = runTemplate(template, {
    input: createInput(body, { path: {}, querystring: {}, header: {}, ...params }),
    util: createUtil(),
    context: variables,
    stageVariables: toJava(stageVariables),
  });
  const request = variables.get('requestOverride');
  const response = variables.get('responseOverride');
  const status = member(response, 'status');
  return {
    text,
    overrides: {
      header: strings(member(request, 'header')),
      path: strings(member(request, 'path')),
      querystring: strings(member(request, 'querystring')),
      responseHeader: strings(member(response, 'header')),
      ...(typeof status === 'bigint' && status >= 100n && status <= 599n ? { status: Number(status) } : {}),
    },
  };
}

function member(owner: JavaValue | undefined, name: string): JavaValue {
  return owner instanceof Map ? (owner.get(name) ?? null) : null;
}

function strings(value: JavaValue): Readonly<Record<string, string>> {
  if (!(value instanceof Map)) return {};
  return Object.fromEntries([...value].map(([name, item]) => [name, item === null ? '' : printJava(item)]));
}
