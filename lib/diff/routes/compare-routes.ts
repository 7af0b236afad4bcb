import type { OpenApiDocument } from '../../openapi/openapi.js';
import type { Change } from '../change.js';
import type { ComparedGateway } from '../compared-gateway.js';
import { createChange } from '../create-change.js';
import { compareIntegrations } from '../compare-integrations.js';
import { compareGuards, isGuarded, readGuards } from '../security/compare-guards.js';
import { showValue } from '../show-value.js';
import { compareOperations } from './compare-operations.js';
import { describeAdded } from './describe-added.js';
import { findAnswering } from './find-answering.js';
import { isPreflight, readRoutes, type DocumentRoute } from './read-routes.js';
import { renameVariables } from './rename-variables.js';

/** Routes that came, went or changed. Preflights are part of CORS. */
export function compareRoutes(
  base: OpenApiDocument,
  now: OpenApiDocument,
  gateway: ComparedGateway,
): readonly Change[] {
  const [was, is] = [readRoutes(base), readRoutes(now)];
  const someGuarded = [...was.values()].some((route) => isGuarded(readGuards(route.operation, base)));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [before, after] = [was.get(name), is.get(name)];
    const own = [before, after].filter((one) => one !== undefined && !isPreflight(one));
    if (own.length === 0) return [];
    if (before && after) return compareRoute(before, after, { base, now, gateway });
    if (before) return compareRemoved(before, is, { base, now, gateway });
    return after ? compareAdded(after, was, someGuarded, { base, now }) : [];
  });
}

interface Documents {
  readonly base: OpenApiDocument;
  readonly now: OpenApiDocument;
}

function compareRoute(
  before: DocumentRoute,
  after: DocumentRoute,
  { base, now, gateway }: Documents & { readonly gateway: ComparedGateway },
): readonly Change[] {
  const at = { method: after.method, path: after.path };
  const renamed = renameVariables(before, after);
  const found = [
    ...renamed.found,
    ...compareGuards(readGuards(before.operation, base), readGuards(after.operation, now)),
    ...compareIntegrations(renamed.route.integration, after.integration, gateway),
    ...compareOperations(renamed.route.operation, after.operation, { base, now }),
  ];
  return found.map((one) => createChange(one, at));
}

/** Another route may answer the requests: that of every method, or of every path below. */
function compareRemoved(
  before: DocumentRoute,
  routes: ReadonlyMap<string, DocumentRoute>,
  { base, now, gateway }: Documents & { readonly gateway: ComparedGateway },
): readonly Change[] {
  const at = { method: before.method, path: before.path };
  const other = findAnswering(before, routes);
  if (!other) {
    return [
      createChange({ kind: 'route-removed', message: 'the route is removed: callers get a 403 or 404' }, at),
    ];
  }
  const found = [
    {
      kind: 'route-answered-by-other' as const,
      message: `the route is removed: ${showValue(`${other.method} ${other.path}`)} answers its requests now`,
    },
    ...compareGuards(readGuards(before.operation, base), readGuards(other.operation, now)),
    ...compareIntegrations(before.integration, other.integration, gateway),
  ];
  return found.map((one) => createChange(one, at));
}

function compareAdded(
  after: DocumentRoute,
  routes: ReadonlyMap<string, DocumentRoute>,
  someGuarded: boolean,
  { base, now }: Documents,
): readonly Change[] {
  const at = { method: after.method, path: after.path };
  const guards = readGuards(after.operation, now);
  const other = findAnswering(after, routes);
  if (other) {
    const message = `the route is added: ${showValue(`${other.method} ${other.path}`)} answered its requests before`;
    const found = [
      { kind: 'route-added' as const, message },
      ...compareGuards(readGuards(other.operation, base), guards),
    ];
    return found.map((one) => createChange(one, at));
  }
  return [createChange(describeAdded(guards, someGuarded), at)];
}
