import type { DiagnosticPlace, Severity } from '../diagnostics/diagnostic.js';
import type { LimitUse } from '../backends/rest-api/limits/count-limits.js';
import type { GatewayModel, Ignore, Place } from '../model/gateway-model.js';
import type { OpenApiDocument } from '../openapi/openapi.js';
import type { DeployTree } from '../values/deploy-tree.js';

export interface Finding {
  readonly at: DiagnosticPlace;
  /** What is wrong, with the value found. */
  readonly message: string;
  /** What to do about it, starting with a verb. */
  readonly fix: string;
}

/** What the back ends make of a model, for the rules that read what comes out. */
export interface Documents {
  readonly publicDocument: OpenApiDocument;
  readonly privateDocument: DeployTree;
  /** What the private document uses of API Gateway's limits. */
  readonly limits: readonly LimitUse[];
}

/** One fault that a model can have. A rule has no state and no options. */
export interface Rule {
  /** In kebab-case; the name of its file and of its heading in docs/diagnostics.md. */
  readonly code: string;
  readonly severity: Severity;
  /** API Gateway would refuse the document, or there is nothing to write: `@AwsIgnore` cannot make up for it. */
  readonly final?: true;
  check(
    model: GatewayModel,
    documents: Documents,
    rules: readonly Pick<Rule, 'code' | 'final'>[],
  ): Iterable<Finding>;
}

/** A rule about what is kept silent, which is known once every other rule has spoken. */
export interface IgnoreRule extends Omit<Rule, 'check'> {
  check(unused: readonly Ignore[], rules: readonly Pick<Rule, 'code' | 'final'>[]): Iterable<Finding>;
}

export function placeOf({ controller, handler, method, path }: Place): DiagnosticPlace {
  return { controller, handler, method: method.toUpperCase(), path };
}

/** `GET /users in UsersController.list` */
export function nameRoute({ controller, handler, method, path }: Place): string {
  return `\`${method.toUpperCase()} ${path}\` in \`${controller}.${handler}\``;
}
