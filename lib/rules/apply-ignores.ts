import type { Diagnostic, SilencedDiagnostic } from '../diagnostics/diagnostic.js';
import type { GatewayModel, Ignore } from '../model/gateway-model.js';
import type { KnownRule } from './rule.js';

export interface Ignored {
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly SilencedDiagnostic[];
  /** What silenced nothing. */
  readonly unused: readonly Ignore[];
}

/** Parts what was found into what is told and what the application keeps silent: handler over class over module. */
export function applyIgnores(
  model: GatewayModel,
  rules: readonly KnownRule[],
  found: readonly Diagnostic[],
): Ignored {
  if (model.ignores.length === 0) return { diagnostics: found, silenced: [], unused: [] };
  const final = new Set<string>(rules.filter((rule) => rule.final).map(({ code }) => code));
  const routesAt = createLookup(model);
  const used = new Set<Ignore>();
  const diagnostics: Diagnostic[] = [];
  const silenced: SilencedDiagnostic[] = [];
  for (const diagnostic of found) {
    const ignores = final.has(diagnostic.code)
      ? []
      : findIgnores(diagnostic, routesAt(diagnostic.at), model.ignores);
    for (const ignore of ignores) used.add(ignore);
    if (ignores[0]) silenced.push({ ...diagnostic, reason: ignores[0].reason });
    else diagnostics.push(diagnostic);
  }
  return { diagnostics, silenced, unused: model.ignores.filter((ignore) => !used.has(ignore)) };
}

/** What keeps a diagnostic silent: an ignore on each of the routes that it may speak of, or the module's. */
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
  // Two classes may share a name: what one of them ignores is no word of the other's.
  if (routes.length > 0 && known.length === routes.length) return known;
  return ignores.filter((ignore) => ignore.code === code && ignore.at.controller === undefined);
}

/** What may have an `@AwsIgnore`: a route, served or excluded, or a method that is no route. */
interface Ignoring {
  readonly controller: string;
  readonly handler: string;
  readonly method?: string;
  readonly path?: string;
  readonly ignores: readonly number[];
}

/** Those at a place: those of a handler, or of its whole class where the handler has none. */
function createLookup({
  routes: served,
  excluded,
  strays,
}: GatewayModel): (at: Diagnostic['at']) => readonly Ignoring[] {
  const ofClasses = new Map<string, (Ignoring & { readonly served: boolean })[]>();
  const routesServed = new Set<object>(served);
  for (const one of [...served, ...excluded, ...strays]) {
    const known = ofClasses.get(one.controller) ?? [];
    known.push({ ...one, served: routesServed.has(one) });
    ofClasses.set(one.controller, known);
  }
  return ({ controller, handler, method, path }) => {
    if (controller === undefined) return [];
    const ofClass = ofClasses.get(controller) ?? [];
    // An excluded route and a method that is no route have no say in what is found about the class.
    const servedOnes = ofClass.filter((one) => one.served);
    const routes = servedOnes.length > 0 ? servedOnes : ofClass;
    if (handler === undefined) return routes;
    const ofHandler = ofClass.filter((one) => one.handler === handler);
    if (path === undefined) return ofHandler.length > 0 ? ofHandler : routes;
    return ofHandler.filter((one) => one.path === path && one.method?.toUpperCase() === method);
  };
}
