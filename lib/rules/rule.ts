import type { DiagnosticPlace, Severity } from '../diagnostics/diagnostic.js';
import type { GatewayModel, Place } from '../model/gateway-model.js';

export interface Finding {
  readonly at: DiagnosticPlace;
  /** What is wrong, with the value found. */
  readonly message: string;
  /** What to do about it, starting with a verb. */
  readonly fix: string;
}

/** One fault that a model can have. A rule has no state and no options. */
export interface Rule {
  /** In kebab-case; the name of its file and of its heading in docs/diagnostics.md. */
  readonly code: string;
  readonly severity: Severity;
  check(model: GatewayModel): Iterable<Finding>;
}

export function placeOf({ controller, handler, method, path }: Place): DiagnosticPlace {
  return { controller, handler, method: method.toUpperCase(), path };
}

/** `GET /users in UsersController.list` */
export function nameRoute({ controller, handler, method, path }: Place): string {
  return `\`${method.toUpperCase()} ${path}\` in \`${controller}.${handler}\``;
}
