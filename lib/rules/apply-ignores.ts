import type { Diagnostic, SilencedDiagnostic } from '../diagnostics/diagnostic.js';
import { groupBy } from '../diagnostics/group-by.js';
import type { GatewayModel, Ignore } from '../model/gateway-model.js';
import type { KnownRule } from './rule.js';

export interface Ignored {
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly SilencedDiagnostic[];
  /** The ignores without a diagnostic to ignore. */
  readonly unused: readonly Ignore[];
}

export interface Found {
  readonly diagnostic: Diagnostic;
  /** The same at the other places that it stands for. */
  readonly also: () => readonly Diagnostic[];
}

/** Splits the diagnostics found into reported and ignored ones. The handler wins over the class, the class over the module. */
export function applyIgnores(
  model: GatewayModel,
  rules: readonly KnownRule[],
  found: readonly Found[],
): Ignored {
  if (model.ignores.length === 0)
    return { diagnostics: found.map(({ diagnostic }) => diagnostic), silenced: [], unused: [] };
  const final = new Set<string>(rules.filter((rule) => rule.final).map(({ code }) => code));
  const routesAt = createLookup(model);
  const codes = new Set(model.ignores.map(({ code }) => code));
  const used = new Set<Ignore>();
  const diagnostics: Diagnostic[] = [];
  const silenced: SilencedDiagnostic[] = [];
  const ignoresOf = (diagnostic: Diagnostic): readonly Ignore[] =>
    final.has(diagnostic.code) ? [] : findIgnores(diagnostic, routesAt(diagnostic.at), model.ignores);
  for (const { diagnostic, also } of found) {
    const others = codes.has(diagnostic.code) ? also() : [];
    const places = [diagnostic, ...others].map((one) => ({ one, ignores: ignoresOf(one) }));
    for (const { ignores } of places) for (const ignore of ignores) used.add(ignore);
    const reported = places.find(({ ignores }) => ignores.length === 0);
    if (reported) diagnostics.push(reported.one);
    else silenced.push({ ...diagnostic, reason: places[0]!.ignores[0]!.reason });
  }
  return { diagnostics, silenced, unused: model.ignores.filter((ignore) => !used.has(ignore)) };
}

/** The ignores of a diagnostic: one on each route that it may be about, or that of the module. */
function findIgnores(
  { code, at }: Diagnostic,
  routes: readonly Ignoring[],
  ignores: readonly Ignore[],
): readonly Ignore[] {
  const onRoutes = routes.map((route) =>
    route.ignores
      .map((index) => ignores[index]!)
      .find(
        (ignore) =>
          ignore.code === code && (ignore.at.handler === undefined || ignore.at.handler === at.handler),
      ),
  );
  const known = onRoutes.filter((ignore) => ignore !== undefined);
  // Two classes may have the same name: what one class ignores does not count for the other.
  if (routes.length > 0 && known.length === routes.length) return known;
  return ignores.filter((ignore) => ignore.code === code && ignore.at.controller === undefined);
}

/** What may have an `@AwsIgnore`: a served or excluded route, or a method that is not a route. */
interface Ignoring {
  readonly controller: string;
  readonly handler: string;
  readonly method?: string;
  readonly path?: string;
  readonly ignores: readonly number[];
}

/** Finds what stands at a place: the routes of a handler, or of its class where the handler has none. */
function createLookup({
  routes: served,
  excluded,
  strays,
}: GatewayModel): (at: Diagnostic['at']) => readonly Ignoring[] {
  const all: readonly Ignoring[] = [...served, ...excluded, ...strays];
  // Excluded routes and methods that are not routes do not count in diagnostics about the class.
  const servedOf = groupBy<Ignoring, string>(served, (one) => one.controller);
  const ofClasses = groupBy(all, (one) => one.controller);
  const ofHandlers = groupBy(all, (one) => `${one.controller}.${one.handler}`);
  return ({ controller, handler, method, path }) => {
    if (controller === undefined) return [];
    const routes = servedOf.get(controller) ?? ofClasses.get(controller) ?? [];
    if (handler === undefined) return routes;
    const ofHandler = ofHandlers.get(`${controller}.${handler}`) ?? [];
    if (path === undefined) return ofHandler.length > 0 ? ofHandler : routes;
    return ofHandler.filter((one) => one.path === path && one.method?.toUpperCase() === method);
  };
}
