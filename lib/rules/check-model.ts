import { docsOf, type Diagnostic, type SilencedDiagnostic } from '../diagnostics/diagnostic.js';
import type { GatewayModel } from '../model/gateway-model.js';
import { applyIgnores, type Found } from './apply-ignores.js';
import { IGNORE_RULES } from './index.js';
import type { Finding, KnownRule, Rule } from './rule.js';

/** Rules, and the output that they read beside the model. */
export interface Check<Output = unknown> {
  readonly rules: readonly Rule<Output>[];
  readonly output: Output;
}

export interface Checked {
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly SilencedDiagnostic[];
}

/** Every diagnostic of a model and its outputs, and the diagnostics that the application ignores. */
export function checkModel(
  model: GatewayModel,
  checks: readonly Check[],
  idle: readonly KnownRule[] = [],
): Checked {
  const running = checks.flatMap(({ rules }) => rules);
  const codes = new Set<string>(running.map(({ code }) => code));
  const elsewhere = new Set<string>(idle.map(({ code }) => code).filter((code) => !codes.has(code)));
  const known = [...running, ...idle.filter(({ code }) => elsewhere.has(code))];
  const found = checks.flatMap(({ rules, output }) =>
    rules.flatMap((rule) =>
      [...rule.check(model, output, known)].map((finding): Found => ({
        diagnostic: toDiagnostic(rule, finding),
        also: () => (finding.also?.() ?? []).map((other) => toDiagnostic(rule, other)),
      })),
    ),
  );
  const { diagnostics, silenced, unused } = applyIgnores(model, known, found);
  const unusedHere = unused.filter(({ code }) => !elsewhere.has(code));
  const ofIgnores = IGNORE_RULES.flatMap((rule) =>
    [...rule.check(unusedHere, known)].map((finding) => toDiagnostic(rule, finding)),
  );
  return { diagnostics: sortByPlace([...diagnostics, ...ofIgnores]), silenced: sortByPlace(silenced) };
}

function toDiagnostic(
  { code, severity }: Pick<Rule, 'code' | 'severity'>,
  { at, message, fix, severity: own = severity }: Finding,
): Diagnostic {
  return { code, severity: own, at, message, fix, docs: docsOf(code) };
}

/** The module first, then class by class and handler by handler. */
function sortByPlace<Known extends Diagnostic>(found: readonly Known[]): readonly Known[] {
  const keyed = found.map((diagnostic): [string, Known] => [sortKey(diagnostic), diagnostic]);
  return keyed.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, diagnostic]) => diagnostic);
}

function sortKey({ at, code, message }: Diagnostic): string {
  return [
    at.controller ?? '',
    at.handler ?? '',
    at.path ?? '',
    at.method ?? '',
    code,
    at.member ?? '',
    message,
  ].join('\0');
}
