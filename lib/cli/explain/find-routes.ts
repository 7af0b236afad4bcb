import { formatPlace } from '../../diagnostics/format-place.js';
import type { ExcludedRoute, Place, Route } from '../../model/routes/route.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import { placeOf } from '../../rules/rule.js';
import { CannotRun } from '../process/cannot-run.js';
import { findNearest } from '../../options/find-nearest.js';

/** A route of the application, whether API Gateway serves it or not. */
export type FoundRoute =
  | { readonly kind: 'served'; readonly route: Route }
  | { readonly kind: 'displaced'; readonly route: Route; readonly by: Route }
  | { readonly kind: 'excluded'; readonly route: ExcludedRoute };

/**
 * Finds routes by `GET /users/{name}`, `/users/{name}`, `UsersController.read`, or `read` if only one controller has such
 * a handler.
 *
 * @throws CannotRun if no route matches, or if several controllers have the handler
 */
export function findRoutes(
  model: Pick<GatewayModel, 'routes' | 'displaced' | 'excluded'>,
  query: string,
): readonly FoundRoute[] {
  const known: readonly FoundRoute[] = [
    ...model.routes.map((route): FoundRoute => ({ kind: 'served', route })),
    ...model.displaced.map((pair): FoundRoute => ({ kind: 'displaced', ...pair })),
    ...model.excluded.map((route): FoundRoute => ({ kind: 'excluded', route })),
  ];
  const [, verb, path] = /^(?:(\S+)\s+)?(\/\S*)$/.exec(query) ?? [];
  const found =
    path === undefined ? byHandler(known, query) : byPath(known, normalizePath(path), verb?.toLowerCase());
  if (found.length > 0) return found;
  const near = nearestRoutes(known, path === undefined ? query : normalizePath(path));
  const hint = near.length > 0 ? `similar routes:\n${lines(near)}` : '--list shows the routes';
  throw new CannotRun(`no route matches \`${query}\`; ${hint}`);
}

function byPath(known: readonly FoundRoute[], path: string, verb: string | undefined): readonly FoundRoute[] {
  const ofPath = known.filter(({ route }) => normalizePath(route.path) === path);
  if (verb === undefined) return ofPath;
  const method = verb === 'all' ? 'any' : verb;
  const ofVerb = ofPath.filter(({ route }) => route.method === method);
  // The any-method answers a verb without its own route.
  return ofVerb.length > 0 ? ofVerb : ofPath.filter(({ route }) => route.method === 'any');
}

function byHandler(known: readonly FoundRoute[], query: string): readonly FoundRoute[] {
  const whole = known.filter(({ route }) => nameHandler(route) === query);
  if (whole.length > 0) return whole;
  const found = known.filter(({ route }) => route.handler === query);
  if (new Set(found.map(({ route }) => nameHandler(route))).size > 1) {
    throw new CannotRun(
      `several controllers have a handler \`${query}\`; choose one:\n${lines(found.map(({ route }) => formatPlace(placeOf(route))))}`,
    );
  }
  return found;
}

/** The syntax of API Gateway without the sign of a wildcard. Accepts `:name` of NestJS too. */
function normalizePath(path: string): string {
  const named = path.replace(/\/[:*](\w+)/g, '/{$1}').replaceAll('+}', '}');
  return named.length > 1 ? named.replace(/\/$/, '') : named;
}

/** Ignores the verb: a route with another verb at this path is similar too. */
function nearestRoutes(known: readonly FoundRoute[], wanted: string): readonly string[] {
  const nameOf = ({ route }: FoundRoute): string => {
    if (!wanted.startsWith('/')) return wanted.includes('.') ? nameHandler(route) : route.handler;
    // A concrete path stands for the route that answers it.
    const given = wanted.split('/');
    const segments = normalizePath(route.path).split('/');
    return segments
      .map((segment, index) => (segment.startsWith('{') ? (given[index] ?? segment) : segment))
      .join('/');
  };
  return findNearest(wanted, known.map(nameOf))
    .flatMap((name) => known.filter((found) => nameOf(found) === name))
    .slice(0, 5)
    .map(({ route }) => formatPlace(placeOf(route)));
}

function nameHandler({ controller, handler }: Place): string {
  return `${controller}.${handler}`;
}

function lines(names: readonly string[]): string {
  return names.map((name) => `  ${name}`).join('\n');
}
