import type { CompiledGateway } from '../../compile-gateway.js';
import type { Diagnostic, DiagnosticPlace, SilencedDiagnostic } from '../../diagnostics/diagnostic.js';
import { formatPlace } from '../../diagnostics/format-place.js';
import { isOfAws } from '../../model/api-gateways.js';
import type { Guard } from '../../model/app-source.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import type { Route } from '../../model/routes/route.js';
import { createHandlerReader } from '../../model/handler-runs.js';
import type { JsonObject } from '../../openapi/openapi.js';
import { placeOf } from '../../rules/rule.js';
import { writeTree } from '../../values/deploy-tree.js';
import type { FoundRoute } from './find-routes.js';
import type { Answer } from './answer.js';
import { listAnswers } from './list-answers.js';
import type { Preflight } from './list-cors-settings.js';
import { listPublic, listSettings } from './list-settings.js';
import { byDefault, fromOrigin, type Setting } from './setting.js';

/** The settings of a route, with their origins. */
export interface Explanation {
  readonly at: DiagnosticPlace;
  /** Why API Gateway does not serve the route. Absent: it serves the route. */
  readonly unserved?: string;
  readonly settings: readonly Setting[];
  /** The guards of NestJS, and whether they run when API Gateway serves the route. */
  readonly guards: readonly (Guard & { readonly runs: boolean })[];
  /** The possible responses. Empty: API Gateway does not serve the route. */
  readonly answers: readonly Answer[];
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly SilencedDiagnostic[];
  /** As in the private document, with placeholders as in the source. */
  readonly integration?: JsonObject;
}

export function explainRoute(found: FoundRoute, compiled: CompiledGateway): Explanation {
  const { model } = compiled;
  const { operations } = compiled.gatewayOutput;
  const { resources = [] } = compiled.outputs['rest-api'] ?? {};
  const { route } = found;
  const at = placeOf(route);
  const reports = {
    diagnostics: compiled.diagnostics.filter((diagnostic) => standsAt(diagnostic, at)),
    silenced: compiled.silenced.filter((diagnostic) => standsAt(diagnostic, at)),
  };
  if (found.kind === 'excluded') {
    const { origin, keepInPublic, controller } = found.route;
    const exclude: Setting = {
      name: 'exclude',
      value: true,
      ...fromOrigin(origin, 'exclude', controller, ''),
    };
    const shown = keepInPublic ? listPublic(found.route) : { ...exclude, name: 'public', value: false };
    const unserved = `${exclude.from} excludes it`;
    return { at, unserved, settings: [exclude, shown], guards: [], answers: [], ...reports };
  }
  const served = found.kind === 'displaced' ? found.by : found.route;
  const resource = resources.find(({ routes }) => routes.includes(served))?.path;
  const settings = [
    ...listSettings(found.route, model, findPreflight(compiled, served, resource ?? found.route.path)),
    ...(resource === undefined || resource === route.path ? [] : [nameResource(resource)]),
  ];
  const guards = listGuards(found.route, model);
  if (found.kind === 'displaced') {
    const unserved = `${formatPlace(placeOf(found.by))} answers there`;
    return { at, unserved, settings, guards, answers: [], ...reports };
  }
  const operation = operations.get(found.route);
  // The file for Kong has no integrations: the plugins of a route show what Kong does with it.
  const tree = isOfAws(compiled.gateway) ? operation?.integration : operation?.operation;
  const integration = tree ? (writeTree(tree) as JsonObject) : undefined;
  return {
    at,
    settings,
    guards,
    answers: listAnswers(found.route, model, integration),
    ...reports,
    ...(integration ? { integration } : {}),
  };
}

/** Whether a place is the route, its handler or its class. */
function standsAt({ at }: Diagnostic, route: DiagnosticPlace): boolean {
  return (
    at.controller !== undefined &&
    (['controller', 'handler', 'method', 'path'] as const).every(
      (part) => at[part] === undefined || at[part] === route[part],
    )
  );
}

function listGuards(route: Route, model: GatewayModel): Explanation['guards'] {
  const runs = createHandlerReader(model)(route);
  return route.guards.map((guard) => ({ ...guard, runs: runs !== 'never' }));
}

/** What answers the preflights of a route: another route, the policy of the whole API, or a plugin. */
function findPreflight({ outputs }: CompiledGateway, route: Route, path: string): Preflight | undefined {
  if (outputs.kong) return outputs.kong.operations.get(route)?.preflight;
  const cors = outputs['http-api']?.cors;
  if (!cors) return outputs['rest-api']?.preflights.get(path);
  const { allowMethods, allowHeaders } = writeTree(cors) as unknown as Preflight;
  return { allowMethods, allowHeaders };
}

/** API Gateway has one variable at each level, whatever its name in the routes. */
function nameResource(path: string): Setting {
  return {
    name: 'resource',
    value: path,
    ...byDefault('one name for the variables of all routes at this level'),
  };
}
