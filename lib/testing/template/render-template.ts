import { runMapping } from './run-mapping.js';
import type { Overrides, TemplateInput } from './template-input.js';

export type { Overrides, TemplateInput };

export interface RenderedTemplate {
  /** What the template printed. */
  readonly text: string;
  /** What it set in `$context.requestOverride` and `$context.responseOverride`. */
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
  const { text, overrides } = runMapping(template, input);
  const { maps: _, ...plain } = overrides;
  return { text, overrides: plain };
}
