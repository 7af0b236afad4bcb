import type { JsonObject, OpenApiDocument } from '../../openapi/openapi.js';
import type { Change, Found } from '../change.js';
import { compareIntegrations } from '../compare-integrations.js';
import { createChange } from '../create-change.js';
import { isSame } from '../is-same.js';
import { isPreflight, readRoutes, type DocumentRoute } from '../routes/read-routes.js';
import { compareCorsPolicies } from './compare-cors-policies.js';
import { readHttpApiPolicy, readPolicy } from './read-policy.js';
import { withoutCors } from './without-cors.js';

const HTTP_API = 'x-amazon-apigateway-cors';

/** What browsers may do: preflights, the headers of the routes' own responses, and the policy of an HTTP API. */
export function compareCors(base: OpenApiDocument, now: OpenApiDocument): readonly Change[] {
  const [was, is] = [groupByPath(readRoutes(base)), groupByPath(readRoutes(now))];
  const all = compareCorsPolicies(readHttpApiPolicy(base[HTTP_API]), readHttpApiPolicy(now[HTTP_API]), {
    had: (method) => [...was.values()].some((routes) => hasMethod(routes, method)),
    has: (method) => [...is.values()].some((routes) => hasMethod(routes, method)),
  });
  const paths = [...is].flatMap(([shape, routes]): readonly Change[] => {
    const before = was.get(shape);
    // The policy of a new path is part of its routes.
    return before ? comparePath(before, routes) : [];
  });
  return [...all.map((found) => createChange(found, {})), ...paths];
}

type Routes = readonly DocumentRoute[];

function comparePath(before: Routes, after: Routes): readonly Change[] {
  const { path } = after[0]!;
  const methods = {
    had: (method: string): boolean => hasMethod(before, method),
    has: (method: string): boolean => hasMethod(after, method),
  };
  const [was, is] = [before.find(isPreflight), after.find(isPreflight)];
  const ofPath = comparePreflights(was, is, methods);
  const known = new Set(ofPath.map(({ message }) => message));
  const ofRoutes = after.flatMap((route) => {
    const same = before.find(({ method }) => method === route.method);
    if (!same || isPreflight(route) || isPreflight(same)) return [];
    const found = compareCorsPolicies(readPolicy(same.integration), readPolicy(route.integration), methods);
    return found
      .filter(({ message }) => !known.has(message))
      .map((one) => createChange(one, { method: route.method, path }));
  });
  return [...ofPath.map((found) => createChange(found, { path })), ...ofRoutes];
}

function comparePreflights(
  was: DocumentRoute | undefined,
  is: DocumentRoute | undefined,
  methods: Parameters<typeof compareCorsPolicies>[2],
): readonly Found[] {
  const found = compareCorsPolicies(readPolicy(was?.integration), readPolicy(is?.integration), methods);
  if (!was || !is) return found;
  const [a, b] = [withoutPolicy(was.integration!), withoutPolicy(is.integration!)];
  return [...found, ...(isSame(a, b) ? [] : compareIntegrations(a, b, 'rest-api'))];
}

function withoutPolicy(integration: JsonObject): JsonObject {
  const responses = Object.entries(integration['responses'] ?? {}).map(([pattern, response]) => [
    pattern,
    withoutCors(response as JsonObject),
  ]);
  return { ...integration, responses: Object.fromEntries(responses) };
}

function groupByPath(routes: ReadonlyMap<string, DocumentRoute>): ReadonlyMap<string, Routes> {
  const paths = new Map<string, DocumentRoute[]>();
  for (const route of routes.values()) {
    const known = paths.get(route.shape);
    if (known) known.push(route);
    else paths.set(route.shape, [route]);
  }
  return paths;
}

function hasMethod(routes: Routes, method: string): boolean {
  return routes.some((route) => route.method === method || route.method === 'ANY');
}
