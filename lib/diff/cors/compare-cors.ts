import { memberOf } from '../../openapi/member-of.js';
import type { JsonObject, OpenApiDocument } from '../../openapi/openapi.js';
import type { Change, Found } from '../change.js';
import { compareIntegrations } from '../compare-integrations.js';
import { createChange } from '../create-change.js';
import { compareOperations } from '../routes/compare-operations.js';
import { renameVariables } from '../routes/rename-variables.js';
import { compareGuards, readGuards } from '../security/compare-guards.js';
import { showValue } from '../show-value.js';
import { isPreflight, readRoutes, type DocumentRoute } from '../routes/read-routes.js';
import { compareCorsPolicies, type MethodChange } from './compare-cors-policies.js';
import { readHttpApiPolicy, readPolicy, readResponse } from './read-policy.js';
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
    return before ? comparePath(before, routes, { base, now }) : [];
  });
  return [...all.map((found) => createChange(found, {})), ...paths];
}

type Routes = readonly DocumentRoute[];

interface Documents {
  readonly base: OpenApiDocument;
  readonly now: OpenApiDocument;
}

function comparePath(before: Routes, after: Routes, documents: Documents): readonly Change[] {
  const { path } = after[0]!;
  const methods = {
    had: (method: string): boolean => hasMethod(before, method),
    has: (method: string): boolean => hasMethod(after, method),
  };
  const [was, is] = [before.find(isPreflight), after.find(isPreflight)];
  const ofPath = compareCorsPolicies(readPolicy(was?.integration), readPolicy(is?.integration), methods);
  const known = new Set(ofPath.map(({ message }) => message));
  const ofRoutes = after.flatMap((route) => {
    const same = before.find(({ method }) => method === route.method);
    if (!same || isPreflight(route) || isPreflight(same)) return [];
    return compareResponses(same, route, methods)
      .filter(({ message }) => !known.has(message))
      .map((found) => createChange(found, { method: route.method, path }));
  });
  const ofPreflight = was && is ? comparePreflights(was, is, documents) : [];
  return [...[...ofPath, ...ofPreflight].map((found) => createChange(found, { path })), ...ofRoutes];
}

/** What a route's own responses allow. What they have in common is reported once. */
function compareResponses(was: DocumentRoute, is: DocumentRoute, methods: MethodChange): readonly Found[] {
  const [a, b] = [memberOf(was.integration, 'responses'), memberOf(is.integration, 'responses')];
  const patterns = Object.keys(b).filter((pattern) => pattern in a);
  const found = patterns.map((pattern) => ({
    pattern,
    changes: compareCorsPolicies(
      readResponse(memberOf(a, pattern)),
      readResponse(memberOf(b, pattern)),
      methods,
    ),
  }));
  const shared = found[0]?.changes.filter(({ message }) =>
    found.every(({ changes }) => changes.some((one) => one.message === message)),
  );
  const isShared = ({ message }: Found): boolean => shared?.some((one) => one.message === message) ?? false;
  return [
    ...(shared ?? []),
    ...found.flatMap(({ pattern, changes }) =>
      changes
        .filter((one) => !isShared(one))
        .map(({ kind, message }): Found => {
          return { kind, message: `the response of the pattern ${showValue(pattern)}: ${message}` };
        }),
    ),
  ];
}

/** What a preflight says beside its policy. */
function comparePreflights(was: DocumentRoute, is: DocumentRoute, documents: Documents): readonly Found[] {
  return [
    ...compareGuards(readGuards(was.operation, documents.base), readGuards(is.operation, documents.now)),
    ...compareIntegrations(withoutPolicy(was.integration!), withoutPolicy(is.integration!), 'rest-api'),
    ...compareOperations(renameVariables(was, is).route.operation, is.operation, documents),
  ];
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
