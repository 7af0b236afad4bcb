import type { AwsGatewayOptions } from '../aws-gateway.options.js';
import { conflict, type OptionFault } from '../options/option-fault.js';
import type { AppSource, SourceRoute } from './app-source.js';
import { buildPaths } from './build-paths.js';
import { buildExcludedRoute, createRouteBuilder, placeOf } from './build-route.js';
import { createConcernReader } from './concerns/create-concern-reader.js';
import { dropUnreadable } from './declarations/drop-unreadable.js';
import type { ExcludedRoute, Place, Route, UnreadableRoute, UnversionedRoute } from './routes/route.js';
import type { GatewayModel } from './gateway-model.js';
import { derivePolicy } from './cors/derive-policy.js';
import { dropCaught, listCatchAllRoutes } from './routes/list-catch-all-routes.js';
import { listHiddenModels } from './documents/list-hidden-models.js';
import { listIgnores } from './concerns/list-ignores.js';
import { readable, readModuleDefaults } from './declarations/read-module-defaults.js';
import { resolveSettings } from './settings/resolve-settings.js';
import { serveEachOnce } from './routes/serve-each-once.js';

/** Builds the model. Reports nothing: what does not resolve stays in the model as a fault. */
export function buildGatewayModel(source: AppSource, given: AwsGatewayOptions): GatewayModel {
  const { options, faults: unreadableOptions } = dropUnreadable(given);
  const { settings, faults } = resolveSettings(options);
  const reader = createConcernReader(readModuleDefaults(options));
  const { ignores, ignoresOf } = listIgnores([...source.routes, ...source.strays], options, reader);
  const { buildRoute, authorizers } = createRouteBuilder(reader, derivePolicy(source.cors));
  const routes: Route[] = [];
  const excluded: ExcludedRoute[] = [];
  const unreadable: UnreadableRoute[] = [];
  const undocumented: Place[] = [];
  const unversioned: UnversionedRoute[] = [];
  const hiding = new Set<SourceRoute>();
  for (const [order, route] of source.routes.entries()) {
    const left = buildExcludedRoute(route, ignoresOf(route), reader);
    if (left) {
      excluded.push(left);
      if (!left.keepInPublic) hiding.add(route);
      continue;
    }
    if (route.unreadable !== undefined) {
      unreadable.push({ ...placeOf(route), reason: route.unreadable });
      continue;
    }
    if (route.undocumented || route.lost) undocumented.push(placeOf(route));
    if (route.unversioned) unversioned.push({ ...placeOf(route), ...route.unversioned });
    routes.push(buildRoute(route, order, ignoresOf(route)));
  }
  const catchAll = listCatchAllRoutes(readable(options), routes).map((route): Route => ({
    ...buildRoute(route, source.routes.length, []),
    catchAll: true,
  }));
  const { served, displaced } = serveEachOnce([...routes, ...catchAll]);
  return {
    document: source.document,
    ...(source.hidden ? { hidden: source.hidden } : {}),
    settings,
    routes: served,
    excluded,
    unreadable,
    undocumented,
    unversioned,
    unmatched: source.unmatched ?? [],
    unrouted: dropCaught(source.unrouted ?? [], catchAll),
    hiddenModels: listHiddenModels(source, hiding),
    paths: buildPaths(served),
    authorizers,
    reusedSchemas: source.reusedSchemas ?? [],
    guessedLists: source.guessedLists ?? [],
    convertedMembers: source.convertedMembers ?? [],
    excludedMembers: source.excludedMembers ?? [],
    strays: source.strays.map((stray) => ({ ...stray, ignores: ignoresOf(stray) })),
    faults: [...unreadableOptions, ...faults, ...checkModules(source), ...reader.faults],
    displaced,
    ignores,
    unbuilt: source.unbuilt ?? [],
    ...(source.cors ? { applicationCors: source.cors } : {}),
    versionHeaders: source.versionHeaders ?? [],
    routing: source.routing ?? 'order',
  };
}

function checkModules({ gatewayModules = 1 }: AppSource): readonly OptionFault[] {
  if (gatewayModules < 2) return [];
  return [
    conflict(
      {},
      `\`AwsGatewayModule.forRoot\` is imported ${gatewayModules} times, but only the options of the first import apply`,
      'Import it once, in the root module.',
    ),
  ];
}
