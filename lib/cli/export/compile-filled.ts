import type { AwsGatewayOptions } from '../../aws-gateway.options.js';
import { compileGateway, type CompiledGateway } from '../../compile-gateway.js';
import type { Diagnostic, DiagnosticPlace } from '../../diagnostics/diagnostic.js';
import type { AppSource } from '../../model/app-source.js';
import { fillPlaceholders, findFilled } from './fill-placeholders.js';

export interface CompiledFilled extends CompiledGateway {
  /** The same without the values of the command line, with all placeholders. */
  readonly unfilled: CompiledGateway;
}

/**
 * Compiles an application with the values of the command line instead of placeholders. A diagnostic that only these
 * values cause names them.
 *
 * @param hasStage as of `compileGateway`
 */
export function compileFilled(
  source: AppSource,
  options: AwsGatewayOptions,
  vars: ReadonlyMap<string, string>,
  hasStage = false,
): CompiledFilled {
  const unfilled = compileGateway(source, options, hasStage);
  if (vars.size === 0) return { ...unfilled, unfilled };
  const declared = source.routes.map(({ declarations }) => declarations);
  const given = fillPlaceholders({ declared, options }, vars);
  const routes = source.routes.map((route, index) => ({ ...route, declarations: given.declared[index]! }));
  const filled = compileGateway({ ...source, routes }, given.options, hasStage);
  const known = new Set(unfilled.diagnostics.map(keyOf));
  const diagnostics = filled.diagnostics.map((diagnostic) =>
    known.has(keyOf(diagnostic)) ? diagnostic : nameVars(diagnostic, source, options, vars),
  );
  return { ...filled, diagnostics, unfilled };
}

function keyOf({ code, at, message }: Diagnostic): string {
  return JSON.stringify([code, at, message]);
}

function nameVars(
  diagnostic: Diagnostic,
  source: AppSource,
  options: AwsGatewayOptions,
  vars: ReadonlyMap<string, string>,
): Diagnostic {
  const there = findFilled(optionsAt(diagnostic.at, source, options), vars);
  const quoted = there.filter((name) => diagnostic.message.includes(vars.get(name) || 'is empty'));
  const names = quoted.length > 0 ? quoted : there;
  if (names.length === 0) return diagnostic;
  const list = names.map((name) => `\`--var ${name}=${vars.get(name)!}\``).join(', ');
  return { ...diagnostic, message: `${diagnostic.message} (set by ${list})` };
}

/** The decorators of a place, and the options of the module that apply there. */
function optionsAt(at: DiagnosticPlace, { routes }: AppSource, options: AwsGatewayOptions): unknown {
  if (at.controller === undefined) return options;
  const here = routes.filter(
    ({ controller, handler, path }) =>
      controller === at.controller &&
      (at.handler === undefined || handler === at.handler) &&
      (at.path === undefined || path === at.path),
  );
  return [here.map(({ declarations }) => declarations), options];
}
