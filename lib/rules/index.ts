import { docsOf, type Diagnostic, type SilencedDiagnostic } from '../diagnostics/diagnostic.js';
import type { GatewayModel } from '../model/gateway-model.js';
import { applyIgnores } from './apply-ignores.js';
import { authorizerNameReused } from './authorizer-name-reused.rule.js';
import { conflictingOptions } from './conflicting-options.rule.js';
import { conflictingPathVariables } from './conflicting-path-variables.rule.js';
import { corsCredentialsWithWildcard } from './cors-credentials-with-wildcard.rule.js';
import { corsDisagreement } from './cors-disagreement.rule.js';
import { corsWithoutTemplate } from './cors-without-template.rule.js';
import { decoratorWithoutRoute } from './decorator-without-route.rule.js';
import { duplicateRoute } from './duplicate-route.rule.js';
import { guardWithoutAuthorizer } from './guard-without-authorizer.rule.js';
import { invalidDeployValue } from './invalid-deploy-value.rule.js';
import { invalidIgnore } from './invalid-ignore.rule.js';
import { invalidOption } from './invalid-option.rule.js';
import { listParameterAsOneValue } from './list-parameter-as-one-value.rule.js';
import { memberWithoutDynamodbType } from './member-without-dynamodb-type.rule.js';
import { missingCredentials } from './missing-credentials.rule.js';
import { parameterNotValidated } from './parameter-not-validated.rule.js';
import { privateValueInPublic } from './private-value-in-public.rule.js';
import { requestValueOutOfPlace } from './request-value-out-of-place.rule.js';
import { requestValueWithoutSource } from './request-value-without-source.rule.js';
import { routeWithoutAuthorizer } from './route-without-authorizer.rule.js';
import { routeWithoutIntegration } from './route-without-integration.rule.js';
import { securityWithoutAuthorizer } from './security-without-authorizer.rule.js';
import { statusAnsweredTwice } from './status-answered-twice.rule.js';
import { timeoutOverLimit } from './timeout-over-limit.rule.js';
import { unknownOption } from './unknown-option.rule.js';
import { unknownPathParameter } from './unknown-path-parameter.rule.js';
import { unknownReference } from './unknown-reference.rule.js';
import { unsupportedMethod } from './unsupported-method.rule.js';
import { unsupportedPath } from './unsupported-path.rule.js';
import { unusedIgnore } from './unused-ignore.rule.js';
import { validationWithoutModel } from './validation-without-model.rule.js';
import { workflowTypeMismatch } from './workflow-type-mismatch.rule.js';
import type { Documents, Finding, IgnoreRule, Rule } from './rule.js';

export const RULES: readonly Rule[] = [
  authorizerNameReused,
  conflictingOptions,
  conflictingPathVariables,
  corsCredentialsWithWildcard,
  corsDisagreement,
  corsWithoutTemplate,
  decoratorWithoutRoute,
  duplicateRoute,
  guardWithoutAuthorizer,
  invalidDeployValue,
  invalidIgnore,
  invalidOption,
  listParameterAsOneValue,
  memberWithoutDynamodbType,
  missingCredentials,
  parameterNotValidated,
  privateValueInPublic,
  requestValueOutOfPlace,
  requestValueWithoutSource,
  routeWithoutAuthorizer,
  routeWithoutIntegration,
  securityWithoutAuthorizer,
  statusAnsweredTwice,
  timeoutOverLimit,
  unknownOption,
  unknownPathParameter,
  unknownReference,
  unsupportedMethod,
  unsupportedPath,
  validationWithoutModel,
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
export function checkModel(
  model: GatewayModel,
  documents: Documents,
  rules: readonly Rule[] = RULES,
): Checked {
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
