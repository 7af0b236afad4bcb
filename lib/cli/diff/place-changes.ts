import type { AwsGatewayOptions } from '../../aws-gateway.options.js';
import type { CompiledGateway } from '../../compile-gateway.js';
import type { DiagnosticPlace } from '../../diagnostics/diagnostic.js';
import type { Change } from '../../diff/change.js';
import { shapeOf } from '../../diff/routes/shape-of.js';
import type { AppSource } from '../../model/app-source.js';
import type { Route } from '../../model/routes/route.js';
import { memberOf } from '../../openapi/member-of.js';
import { placeOf } from '../../rules/rule.js';
import type { Located } from '../places/choose-target.js';
import { locateDiagnostics } from '../places/locate-diagnostics.js';

/** A change with the handler and the source line that it comes from, where the route still exists. */
export interface PlacedChange extends Omit<Change, 'at'> {
  readonly at: DiagnosticPlace;
}

/** Adds the places of the source. */
export async function placeChanges(
  changes: readonly Change[],
  { gatewayOutput: { document, operations } }: CompiledGateway,
  source: AppSource,
  options: AwsGatewayOptions,
): Promise<readonly PlacedChange[]> {
  const byOperation = new Map<unknown, Route>(
    [...operations].map(([route, { operation }]) => [operation, route]),
  );
  const placed = changes.map((change): Located => {
    const route = findRoute(change.at);
    const at = route ? { ...placeOf(route), ...change.at } : change.at;
    return { at, code: change.kind, message: change.message, subject: change.subject };
  });
  const located = await locateDiagnostics(placed, source, options);
  return changes.map((change, index) => ({ ...change, at: located[index]!.at }));

  /** The route of an operation, or the first route of a path. */
  function findRoute({ method, path }: Change['at']): Route | undefined {
    if (path === undefined) return undefined;
    const item = memberOf(memberOf(document, 'paths'), path);
    const key = method === 'ANY' ? 'x-amazon-apigateway-any-method' : method?.toLowerCase();
    const keys = key !== undefined && key in item ? [key] : Object.keys(item);
    const found = keys.map((one) => byOperation.get(item[one])).find((route) => route !== undefined);
    return found ?? [...operations.keys()].find((route) => isOfPublicPath(route, method, path));
  }
}

/** A public document has no sign for a variable that takes every path below. */
function isOfPublicPath(route: Route, method: string | undefined, path: string): boolean {
  return (
    shapeOf(route.path).replaceAll('{+}', '{}') === shapeOf(path).replaceAll('{+}', '{}') &&
    (method === undefined || route.method === 'any' || route.method === method.toLowerCase())
  );
}
