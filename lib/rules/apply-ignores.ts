import type { Diagnostic, SilencedDiagnostic } from '../diagnostics/diagnostic.js';
import type { GatewayModel, Ignore } from '../model/gateway-model.js';
import { placeOf, type Rule } from './rule.js';

export interface Ignored {
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly SilencedDiagnostic[];
  /** What silenced nothing. */
  readonly unused: readonly Ignore[];
}

/** Parts what was found into what is told and what the application keeps silent: handler over class over module. */
export function applyIgnores(
  model: GatewayModel,
  rules: readonly Pick<Rule, 'code' | 'final'>[],
  found: readonly Diagnostic[],
): Ignored {
  if (model.ignores.length === 0) return { diagnostics: found, silenced: [], unused: [] };
  const final = new Set(rules.filter((rule) => rule.final).map(({ code }) => code));
  const listAt = createIgnoreLookup(model);
  const used = new Set<Ignore>();
  const diagnostics: Diagnostic[] = [];
  const silenced: SilencedDiagnostic[] = [];
  for (const diagnostic of found) {
    const ignore = final.has(diagnostic.code)
      ? undefined
      : listAt(diagnostic).find(({ code }) => code === diagnostic.code);
    if (ignore) {
      used.add(ignore);
      silenced.push({ ...diagnostic, reason: ignore.reason });
    } else diagnostics.push(diagnostic);
  }
  return { diagnostics, silenced, unused: model.ignores.filter((ignore) => !used.has(ignore)) };
}

/** What is kept silent where a diagnostic stands. */
function createIgnoreLookup({
  ignores,
  routes,
  displaced,
}: GatewayModel): (diagnostic: Diagnostic) => readonly Ignore[] {
  const ofModule = ignores.filter(({ at }) => at.controller === undefined);
  // By the whole place: two classes may share a name.
  const ofRoutes = new Map(
    [...routes, ...displaced.map(({ route }) => route)].map((route) => [
      keyOf(placeOf(route)),
      route.ignores.map((index) => ignores[index]!),
    ]),
  );
  return ({ at }) => {
    if (at.controller === undefined) return ofModule;
    const atPlace =
      ofRoutes.get(keyOf(at)) ??
      ignores.filter(
        (ignore) =>
          ignore.at.controller === at.controller &&
          (ignore.at.handler === undefined || ignore.at.handler === at.handler),
      );
    return [...atPlace, ...ofModule];
  };
}

function keyOf({ controller, handler, method, path }: Diagnostic['at']): string {
  return [controller, handler, method, path].join(' ');
}
