import { backendOf } from '../model/integrations/backend-of.js';
import type { GatewayModel } from '../model/gateway-model.js';
import type { Route } from '../model/routes/route.js';
import { listRequired, parameterExpression } from '../model/documents/list-required.js';
import { shapeOf } from '../model/routes/shape-of.js';
import { viewRoute } from '../model/documents/view-route.js';
import { nameRoute, placeOf, type Rule } from './rule.js';
import { joinWords } from '../options/join-words.js';
import { VALIDATED } from '../model/routes/validated.js';

/**
 * NestJS answers a request with the first route that matches. API Gateway uses the most specific route. If the two
 * differ, the handler of the first route runs behind the settings of the other route.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html
 */
export const shadowedRoute: Rule = {
  code: 'shadowed-route',
  severity: 'warning',
  *check(model) {
    const paths = new Map(model.routes.map((route) => [route, readPath(route)]));
    const servesHead = model.routes.some(({ method }) => method === 'head');
    // Only a variable, any-method, or GET for HEAD can match requests for another route.
    const general = model.routes.filter(
      ({ path, method }) => path.includes('{') || method === 'any' || (servesHead && method === 'get'),
    );
    for (const route of general) {
      // A more specific path is the same up to the first variable.
      const common = route.path.split('{')[0]!;
      const taken = listBelow(common, model.routes)
        .filter((other) => other.order > route.order && isChosenOver(other, route, paths, model))
        .map((other) => ({ other, differing: differences(other, route, model) }))
        .filter(({ other, differing }) => differing.length > 0 && runsHandlerOf(other, route))
        .toSorted((a, b) => a.other.order - b.other.order);
      const [first, ...more] = taken;
      if (!first) continue;
      const others =
        more.length === 0
          ? ''
          : `; the same holds for ${more.length} more ${more.length === 1 ? 'route' : 'routes'}`;
      yield {
        at: placeOf(route),
        message: `${nameRoute(first.other)} is registered after this route: NestJS answers its requests with this handler, but API Gateway applies the settings of that route, which differ in ${joinWords(first.differing)}${others}`,
        fix: 'Register the more specific route first: move its handler, controller or module before this one.',
      };
    }
  },
};

/** A path, which is compared with many others. */
interface ReadPath {
  readonly shape: string;
  readonly segments: readonly string[];
}

function readPath({ path }: Route): ReadPath {
  return { shape: shapeOf(path), segments: path.split('/').slice(1) };
}

/** The routes whose paths start with a text. They are neighbours, because routes are sorted by path. */
function listBelow(start: string, routes: readonly Route[]): readonly Route[] {
  let [low, high] = [0, routes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (routes[middle]!.path < start) low = middle + 1;
    else high = middle;
  }
  const below: Route[] = [];
  for (let at = low; at < routes.length && routes[at]!.path.startsWith(start); at += 1) {
    below.push(routes[at]!);
  }
  return below;
}

/** Whether API Gateway uses `other` for a request that also matches `route`. */
function isChosenOver(
  other: Route,
  route: Route,
  paths: ReadonlyMap<Route, ReadPath>,
  { routing }: GatewayModel,
): boolean {
  const [narrow, wide] = [paths.get(other)!, paths.get(route)!];
  if (narrow.shape === wide.shape) {
    return (
      other.method !== 'any' && (route.method === 'any' || (routing === 'order' && answersHead(route, other)))
    );
  }
  if (routing === 'specificity') return false;
  const verbs =
    other.method === route.method ||
    other.method === 'any' ||
    route.method === 'any' ||
    answersHead(route, other);
  return verbs && isNarrower(narrow.segments, wide.segments);
}

/** Express answers HEAD with a GET route, if that route comes first. */
function answersHead({ method }: Route, other: Route): boolean {
  return method === 'get' && other.method === 'head';
}

/** Whether some request matches both paths, and the first path is more specific at the first difference. */
function isNarrower(narrow: readonly string[], wide: readonly string[]): boolean {
  let narrower: boolean | undefined;
  for (let index = 0; index < Math.max(narrow.length, wide.length); index += 1) {
    const [a, b] = [narrow[index], wide[index]];
    if (a === undefined || b === undefined) return false;
    if (a !== b) {
      const [ofNarrow, ofWide] = [rank(a), rank(b)];
      if (ofNarrow === 0 && ofWide === 0) return false;
      if (ofNarrow !== ofWide) narrower ??= ofNarrow < ofWide;
    }
    // A wildcard matches whatever follows.
    if (rank(a) === 2 || rank(b) === 2) break;
  }
  return narrower === true;
}

/** A literal, a variable, a wildcard. */
function rank(segment: string): 0 | 1 | 2 {
  return !segment.startsWith('{') ? 0 : segment.endsWith('+}') ? 2 : 1;
}

/** Behind another function or a service, the handler of this route does not run. */
function runsHandlerOf(other: Route, route: Route): boolean {
  if (!other.responder?.proxied) return false;
  return other.responder.kind === 'application' || backendOf(other) === backendOf(route);
}

function differences(other: Route, route: Route, model: GatewayModel): readonly string[] {
  const settings: readonly (readonly [string, (of: Route) => unknown])[] = [
    ['integration', backendOf],
    ['authorizer', (of) => of.authorizer],
    ['API key', (of) => of.apiKey],
    ['validation', (of) => of.validation],
  ];
  const set = settings
    .filter(([, read]) => JSON.stringify(read(other)) !== JSON.stringify(read(route)))
    .map(([name]) => name);
  return [...set, ...(set.includes('validation') ? [] : listRefused(other, route, model))];
}

/** For what API Gateway refuses requests that the handler of `route` may take. */
function listRefused(other: Route, route: Route, model: GatewayModel): readonly string[] {
  if (other.validation === 'none') return [];
  const [own, ran] = [other, route].map((one) => viewRoute(one, model));
  const { requestSchema } = own!;
  const body =
    VALIDATED[other.validation].body &&
    requestSchema !== undefined &&
    JSON.stringify(requestSchema) !== JSON.stringify(ran!.requestSchema);
  const known = listRequired(route, ran!).map(parameterExpression);
  const parameters =
    VALIDATED[other.validation].params &&
    listRequired(other, own!).some((parameter) => !known.includes(parameterExpression(parameter)));
  return [...(body ? ['the checked body'] : []), ...(parameters ? ['the required parameters'] : [])];
}
