import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { GatewayModel } from '../model/gateway-model.js';
import { authorizerNameReused } from './authorizer-name-reused.rule.js';
import { conflictingOptions } from './conflicting-options.rule.js';
import { conflictingPathVariables } from './conflicting-path-variables.rule.js';
import { corsCredentialsWithWildcard } from './cors-credentials-with-wildcard.rule.js';
import { corsDisagreement } from './cors-disagreement.rule.js';
import { corsWithoutTemplate } from './cors-without-template.rule.js';
import { decoratorWithoutRoute } from './decorator-without-route.rule.js';
import { duplicateRoute } from './duplicate-route.rule.js';
import { invalidDeployValue } from './invalid-deploy-value.rule.js';
import { invalidOption } from './invalid-option.rule.js';
import { routeWithoutIntegration } from './route-without-integration.rule.js';
import type { Rule } from './rule.js';
import { statusAnsweredTwice } from './status-answered-twice.rule.js';
import { timeoutOverLimit } from './timeout-over-limit.rule.js';
import { missingCredentials } from './missing-credentials.rule.js';
import { requestValueWithoutSource } from './request-value-without-source.rule.js';
import { requestValueOutOfPlace } from './request-value-out-of-place.rule.js';
import { memberWithoutDynamodbType } from './member-without-dynamodb-type.rule.js';
import { workflowTypeMismatch } from './workflow-type-mismatch.rule.js';
import { unknownOption } from './unknown-option.rule.js';
import { unknownPathParameter } from './unknown-path-parameter.rule.js';
import { unsupportedMethod } from './unsupported-method.rule.js';
import { unsupportedPath } from './unsupported-path.rule.js';

export const RULES: readonly Rule[] = [
  routeWithoutIntegration,
  unknownOption,
  invalidOption,
  conflictingOptions,
  invalidDeployValue,
  unsupportedPath,
  unsupportedMethod,
  conflictingPathVariables,
  duplicateRoute,
  unknownPathParameter,
  authorizerNameReused,
  corsDisagreement,
  corsCredentialsWithWildcard,
  corsWithoutTemplate,
  missingCredentials,
  requestValueWithoutSource,
  requestValueOutOfPlace,
  memberWithoutDynamodbType,
  workflowTypeMismatch,
  statusAnsweredTwice,
  timeoutOverLimit,
  decoratorWithoutRoute,
];

/** Every fault of a model, sorted by place. */
export function checkModel(model: GatewayModel, rules: readonly Rule[] = RULES): readonly Diagnostic[] {
  const found = rules.flatMap(({ code, severity, check }) =>
    [...check(model)].map(({ at, message, fix }): Diagnostic => ({ code, severity, at, message, fix })),
  );
  const keyed = found.map((diagnostic): [string, Diagnostic] => [sortKey(diagnostic), diagnostic]);
  return keyed.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, diagnostic]) => diagnostic);
}

/** The module first, then class by class and handler by handler. */
function sortKey({ at, code, message }: Diagnostic): string {
  return [at.controller ?? '', at.handler ?? '', at.path ?? '', at.method ?? '', code, message].join('\0');
}
