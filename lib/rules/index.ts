import { docsOf, type Diagnostic, type SilencedDiagnostic } from '../diagnostics/diagnostic.js';
import type { GatewayModel } from '../model/gateway-model.js';
import { applyIgnores } from './apply-ignores.js';
import { apiKeyWithoutAuthorizer } from './api-key-without-authorizer.rule.js';
import { authorizerNameReused } from './authorizer-name-reused.rule.js';
import { binaryBodyInTemplate } from './binary-body-in-template.rule.js';
import { callerCredentialsWithoutIam } from './caller-credentials-without-iam.rule.js';
import { conflictingOptions } from './conflicting-options.rule.js';
import { conflictingPathVariables } from './conflicting-path-variables.rule.js';
import { corsCredentialsWithWildcard } from './cors-credentials-with-wildcard.rule.js';
import { corsDisagreement } from './cors-disagreement.rule.js';
import { corsWithoutPreflight } from './cors-without-preflight.rule.js';
import { corsWithoutTemplate } from './cors-without-template.rule.js';
import { decoratorWithoutRoute } from './decorator-without-route.rule.js';
import { duplicateRoute } from './duplicate-route.rule.js';
import { gatewayResponseWithoutEffect } from './gateway-response-without-effect.rule.js';
import { guardWithoutAuthorizer } from './guard-without-authorizer.rule.js';
import { guardedPreflight } from './guarded-preflight.rule.js';
import { integrationWithoutResponses } from './integration-without-responses.rule.js';
import { invalidDeployValue } from './invalid-deploy-value.rule.js';
import { invalidIgnore } from './invalid-ignore.rule.js';
import { invalidMapping } from './invalid-mapping.rule.js';
import { invalidOption } from './invalid-option.rule.js';
import { invalidTemplate } from './invalid-template.rule.js';
import { limitExceeded } from './limit-exceeded.rule.js';
import { limitNear } from './limit-near.rule.js';
import { listParameterAsOneValue } from './list-parameter-as-one-value.rule.js';
import { memberWithoutDynamodbType } from './member-without-dynamodb-type.rule.js';
import { missingCredentials } from './missing-credentials.rule.js';
import { mockWithoutStatus } from './mock-without-status.rule.js';
import { openPassthrough } from './open-passthrough.rule.js';
import { overriddenExtension } from './overridden-extension.rule.js';
import { parameterNotValidated } from './parameter-not-validated.rule.js';
import { privateAddressWithoutVpcLink } from './private-address-without-vpc-link.rule.js';
import { privateApiWithoutPolicy } from './private-api-without-policy.rule.js';
import { privateValueInPublic } from './private-value-in-public.rule.js';
import { proxyWithoutCorsHeaders } from './proxy-without-cors-headers.rule.js';
import { publicSchemeMismatch } from './public-scheme-mismatch.rule.js';
import { remappedHeader } from './remapped-header.rule.js';
import { replacedPreflight } from './replaced-preflight.rule.js';
import { requestValueOutOfPlace } from './request-value-out-of-place.rule.js';
import { requestValueWithoutSource } from './request-value-without-source.rule.js';
import { reservedHeader } from './reserved-header.rule.js';
import { reservedPath } from './reserved-path.rule.js';
import { responsesWithoutDefault } from './responses-without-default.rule.js';
import { routeWithoutAuthorizer } from './route-without-authorizer.rule.js';
import { routeWithoutIntegration } from './route-without-integration.rule.js';
import { securityWithoutAuthorizer } from './security-without-authorizer.rule.js';
import { serviceErrorAsSuccess } from './service-error-as-success.rule.js';
import { shadowedRoute } from './shadowed-route.rule.js';
import { statusAnsweredTwice } from './status-answered-twice.rule.js';
import { statusForAllErrors } from './status-for-all-errors.rule.js';
import { timeoutOverLimit } from './timeout-over-limit.rule.js';
import { unknownOption } from './unknown-option.rule.js';
import { unknownPathParameter } from './unknown-path-parameter.rule.js';
import { unknownReference } from './unknown-reference.rule.js';
import { unsupportedMethod } from './unsupported-method.rule.js';
import { unsupportedPath } from './unsupported-path.rule.js';
import { unusedIgnore } from './unused-ignore.rule.js';
import { uriVariableMismatch } from './uri-variable-mismatch.rule.js';
import { validationWithoutModel } from './validation-without-model.rule.js';
import { vtlInGatewayResponse } from './vtl-in-gateway-response.rule.js';
import { workflowTypeMismatch } from './workflow-type-mismatch.rule.js';
import type { Documents, Finding, IgnoreRule, Rule } from './rule.js';

export const RULES: readonly Rule[] = [
  apiKeyWithoutAuthorizer,
  authorizerNameReused,
  binaryBodyInTemplate,
  callerCredentialsWithoutIam,
  conflictingOptions,
  conflictingPathVariables,
  corsCredentialsWithWildcard,
  corsDisagreement,
  corsWithoutPreflight,
  corsWithoutTemplate,
  decoratorWithoutRoute,
  duplicateRoute,
  gatewayResponseWithoutEffect,
  guardWithoutAuthorizer,
  guardedPreflight,
  integrationWithoutResponses,
  invalidDeployValue,
  invalidIgnore,
  invalidMapping,
  invalidOption,
  invalidTemplate,
  limitExceeded,
  limitNear,
  listParameterAsOneValue,
  memberWithoutDynamodbType,
  missingCredentials,
  mockWithoutStatus,
  openPassthrough,
  overriddenExtension,
  parameterNotValidated,
  privateAddressWithoutVpcLink,
  privateApiWithoutPolicy,
  privateValueInPublic,
  proxyWithoutCorsHeaders,
  publicSchemeMismatch,
  remappedHeader,
  replacedPreflight,
  requestValueOutOfPlace,
  requestValueWithoutSource,
  reservedHeader,
  reservedPath,
  responsesWithoutDefault,
  routeWithoutAuthorizer,
  routeWithoutIntegration,
  securityWithoutAuthorizer,
  serviceErrorAsSuccess,
  shadowedRoute,
  statusAnsweredTwice,
  statusForAllErrors,
  timeoutOverLimit,
  unknownOption,
  unknownPathParameter,
  unknownReference,
  unsupportedMethod,
  unsupportedPath,
  uriVariableMismatch,
  validationWithoutModel,
  vtlInGatewayResponse,
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
