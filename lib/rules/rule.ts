import type { DiagnosticCode } from '../diagnostics/diagnostic-code.js';
import type { DiagnosticPlace, Severity } from '../diagnostics/diagnostic.js';
import type { GatewayModel, Ignore } from '../model/gateway-model.js';
import type { Place } from '../model/routes/route.js';

export interface Finding {
  readonly at: DiagnosticPlace;
  /** What was found, with the value in backticks. */
  readonly message: string;
  /** What to do: an imperative with the exact code to write. */
  readonly fix: string;
  /** Absent: the rule's. Given where the same fault does less. */
  readonly severity?: Severity;
  /**
   * The same finding at its other places, where one stands for several. An ignore counts for its own place only: the
   * first that is not ignored is reported. Absent: it has no other place.
   */
  readonly also?: () => readonly Finding[];
}

/**
 * Finds one kind of problem. A rule has no state and no options. The rules of this folder read the model. The rules of a
 * back end also read its `Output`.
 */
export interface Rule<Output = unknown> {
  /** In kebab-case; the name of its file and of its heading in docs/diagnostics.md. */
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** The diagnostic cannot be ignored: API Gateway rejects the document, or there is nothing to generate. */
  readonly final?: true;
  check(model: GatewayModel, output: Output, known: readonly KnownRule[]): Iterable<Finding>;
}

/** What a rule about ignores knows about the other rules. */
export type KnownRule = Pick<Rule, 'code' | 'final'>;

/** A rule about ignored diagnostics. It runs after every other rule. */
export interface IgnoreRule extends Omit<Rule, 'check'> {
  check(unused: readonly Ignore[], known: readonly KnownRule[]): Iterable<Finding>;
}

export function placeOf({ controller, handler, method, path }: Place): DiagnosticPlace {
  return { controller, handler, method: method.toUpperCase(), path };
}

/** `GET /users in UsersController.list` */
export function nameRoute(place: Place): string {
  return `\`${place.method.toUpperCase()} ${place.path}\` in \`${nameHandler(place)}\``;
}

/** The first of some routes, and how many more there are. */
export function nameRoutes([first, ...others]: readonly [Place, ...Place[]]): string {
  const more = `${others.length} more ${others.length === 1 ? 'route' : 'routes'}`;
  return others.length === 0 ? nameRoute(first) : `${nameRoute(first)} and ${more}`;
}

export function nameHandler({ controller, handler }: Pick<Place, 'controller' | 'handler'>): string {
  return `${controller}.${handler}`;
}
