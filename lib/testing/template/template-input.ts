import type { InputParameters } from './create-input.js';

/** What a mapping template sees. */
export interface TemplateInput {
  /** Of the caller's request, or of the service's answer in a response template. */
  readonly body?: string;
  /** The caller's, in a response template too. */
  readonly params?: Partial<InputParameters>;
  /** `$context`, such as `{ requestId: 'x', authorizer: { principalId: 'ann' } }`. */
  readonly context?: Readonly<Record<string, unknown>>;
  /** Variables of the deployed stage. Absent: none. */
  readonly stageVariables?: Readonly<Record<string, string>>;
}

/** What a template set in `$context.requestOverride` and `$context.responseOverride`. */
export interface Overrides {
  /** Lines of one name, set as a list, are joined by a comma. */
  readonly header: Readonly<Record<string, string>>;
  /** Path parameters towards the backend. */
  readonly path: Readonly<Record<string, string>>;
  /** Query parameters towards the backend. */
  readonly querystring: Readonly<Record<string, string>>;
  /** Headers of the answer. */
  readonly responseHeader: Readonly<Record<string, string>>;
  /** Whole number from 100 to 599; API Gateway ignores any other. */
  readonly status?: number;
}
