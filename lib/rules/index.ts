import { docsOf, type Diagnostic, type SilencedDiagnostic } from '../diagnostics/diagnostic.js';
import type { GatewayModel } from '../model/gateway-model.js';
import { applyIgnores } from './apply-ignores.js';
import { authorizerNameReused } from './authorizer-name-reused.rule.js';
import { conflictingOptions } from './conflicting-options.rule.js';
import { corsCredentialsWithWildcard } from './cors-credentials-with-wildcard.rule.js';
import { decoratorWithoutRoute } from './decorator-without-route.rule.js';
import { duplicateRoute } from './duplicate-route.rule.js';
import { guardWithoutAuthorizer } from './guard-without-authorizer.rule.js';
import { invalidDeployValue } from './invalid-deploy-value.rule.js';
import { invalidIgnore } from './invalid-ignore.rule.js';
import { invalidOption } from './invalid-option.rule.js';
import { privateAddressWithoutVpcLink } from './private-address-without-vpc-link.rule.js';
import { privateValueInPublic } from './private-value-in-public.rule.js';
import { publicSchemeMismatch } from './public-scheme-mismatch.rule.js';
import { replacedPreflight } from './replaced-preflight.rule.js';
import { routeWithoutAuthorizer } from './route-without-authorizer.rule.js';
import { routeWithoutIntegration } from './route-without-integration.rule.js';
import { securityWithoutAuthorizer } from './security-without-authorizer.rule.js';
import { shadowedRoute } from './shadowed-route.rule.js';
import { unknownOption } from './unknown-option.rule.js';
import { unknownPathParameter } from './unknown-path-parameter.rule.js';
import { unknownReference } from './unknown-reference.rule.js';
import { unsupportedMethod } from './unsupported-method.rule.js';
import { unusedIgnore } from './unused-ignore.rule.js';
import { workflowTypeMismatch } from './workflow-type-mismatch.rule.js';
import type { Documents, Finding, IgnoreRule, Rule } from './rule.js';

/** The rules that hold for every gateway. */
export const RULES: readonly Rule[] = [
  authorizerNameReused,
  conflictingOptions,
  corsCredentialsWithWildcard,
  decoratorWithoutRoute,
  duplicateRoute,
  guardWithoutAuthorizer,
  invalidDeployValue,
  invalidIgnore,
  invalidOption,
  privateAddressWithoutVpcLink,
  privateValueInPublic,
  publicSchemeMismatch,
  replacedPreflight,
  routeWithoutAuthorizer,
  routeWithoutIntegration,
  securityWithoutAuthorizer,
  shadowedRoute,
  unknownOption,
  unknownPathParameter,
  unknownReference,
  unsupportedMethod,
  workflowTypeMismatch,
];

/** The rules about what is kept silent. */
export const IGNORE_RULES: readonly IgnoreRule[] = [unusedIgnore];

export interface Checked {
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly silenced: readonly SilencedDiagnostic[];
}

/** Every fault of a model and its documents, and those among them that the application keeps silent. */
export function checkModel(model: GatewayModel, documents: Documents, rules: readonly Rule[]): Checked {
  const found = rules.flatMap((rule) =>
    [...rule.check(model, documents, rules)].map((finding) => toDiagnostic(rule, finding)),
  );
  const { diagnostics, silenced, unused } = applyIgnores(model, rules, found);
  const ofIgnores = IGNORE_RULES.flatMap((rule) =>
    [...rule.check(unused, rules)].map((finding) => toDiagnostic(rule, finding)),
  );
  return { diagnostics: sortByPlace([...diagnostics, ...ofIgnores]), silenced: sortByPlace(silenced) };
}

function toDiagnostic(
  { code, severity }: Pick<Rule, 'code' | 'severity'>,
  { at, message, fix }: Finding,
): Diagnostic {
  return { code, severity, at, message, fix, docs: docsOf(code) };
}

/** The module first, then class by class and handler by handler. */
function sortByPlace<Found extends Diagnostic>(found: readonly Found[]): readonly Found[] {
  const keyed = found.map((diagnostic): [string, Found] => [sortKey(diagnostic), diagnostic]);
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
