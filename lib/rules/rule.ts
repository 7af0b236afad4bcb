import type { DiagnosticCode } from '../diagnostics/diagnostic-code.js';
import type { DiagnosticPlace, Severity } from '../diagnostics/diagnostic.js';
import type { GatewayModel, Ignore, Place } from '../model/gateway-model.js';

export interface Finding {
  readonly at: DiagnosticPlace;
  /** What is wrong, with the value found. */
  readonly message: string;
  /** What to do about it, starting with a verb. */
  readonly fix: string;
}

/**
 * One fault that a model can have. A rule has no state and no options. The rules of this folder read the model; those
 * of a back end read what it renders too, its `Output`.
 */
export interface Rule<Output = unknown> {
  /** In kebab-case; the name of its file and of its heading in docs/diagnostics.md. */
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** API Gateway would refuse the document, or there is nothing to write: `@AwsIgnore` cannot make up for it. */
  readonly final?: true;
  check(model: GatewayModel, output: Output, known: readonly KnownRule[]): Iterable<Finding>;
}

/** What a rule about ignores needs to know of the rules of a run. */
export type KnownRule = Pick<Rule, 'code' | 'final'>;

/** A rule about what is kept silent, which is known once every other rule has spoken. */
export interface IgnoreRule extends Omit<Rule, 'check'> {
  check(unused: readonly Ignore[], known: readonly KnownRule[]): Iterable<Finding>;
}

export function placeOf({ controller, handler, method, path }: Place): DiagnosticPlace {
  return { controller, handler, method: method.toUpperCase(), path };
}

/** `GET /users in UsersController.list` */
export function nameRoute({ controller, handler, method, path }: Place): string {
  return `\`${method.toUpperCase()} ${path}\` in \`${controller}.${handler}\``;
}
