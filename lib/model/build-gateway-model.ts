import type { AwsGatewayOptions } from '../aws-gateway.options.js';
import type { OptionFault } from '../options/option-fault.js';
import type { AppSource } from './app-source.js';
import { buildPaths } from './build-paths.js';
import { buildExcludedRoute, createRouteBuilder } from './build-route.js';
import { createConcernReader } from './create-concern-reader.js';
import type { ExcludedRoute, GatewayModel, Route } from './gateway-model.js';
import { listIgnores } from './list-ignores.js';
import { MODULE_OWNER, readModuleDefaults } from './read-module-defaults.js';
import { resolveSettings } from './resolve-settings.js';
import { serveEachOnce } from './serve-each-once.js';

/** Builds the model. Reports nothing: what does not resolve stays in the model as a fault. */
export function buildGatewayModel(source: AppSource, options: AwsGatewayOptions): GatewayModel {
  const { settings, faults } = resolveSettings(options);
  const reader = createConcernReader(readModuleDefaults(options));
  const { ignores, ignoresOf } = listIgnores(source.routes, options, reader);
  const { buildRoute, authorizers } = createRouteBuilder(reader);
  const routes: Route[] = [];
  const excluded: ExcludedRoute[] = [];
  for (const [order, route] of source.routes.entries()) {
    const left = buildExcludedRoute(route, reader);
    if (left) excluded.push(left);
    else routes.push(buildRoute(route, order, ignoresOf(route)));
  }
  const { served, displaced } = serveEachOnce(routes);
  return {
    document: source.document,
    ...(source.hidden ? { hidden: source.hidden } : {}),
    settings,
    routes: served,
    excluded,
    paths: buildPaths(served),
    authorizers,
    strays: source.strays,
    faults: [...faults, ...checkModules(source), ...reader.faults],
    displaced,
    ignores,
    answersCors: source.answersCors === true,
    routing: source.routing ?? 'order',
  };
}

function checkModules({ gatewayModules = 1 }: AppSource): readonly OptionFault[] {
  if (gatewayModules < 2) return [];
  return [
    {
      code: 'conflicting-options',
      at: {},
      message: `${MODULE_OWNER} is imported ${gatewayModules} times, and only the options of the first count`,
      fix: 'Import it once, into the root module.',
    },
  ];
}
