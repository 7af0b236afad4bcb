import { authorizerNameReused } from './authorizer-name-reused.rule.js';
import { catchAllBypass } from './catch-all-bypass.rule.js';
import { conflictingOptions } from './conflicting-options.rule.js';
import { corsCredentialsWithWildcard } from './cors-credentials-with-wildcard.rule.js';
import { corsDiffersFromApplication } from './cors-differs-from-application.rule.js';
import { corsHeadersIncomplete } from './cors-headers-incomplete.rule.js';
import { corsWithoutPreflight } from './cors-without-preflight.rule.js';
import { decoratorWithoutRoute } from './decorator-without-route.rule.js';
import { duplicateRoute } from './duplicate-route.rule.js';
import { enhancerWithoutEffect } from './enhancer-without-effect.rule.js';
import { guardWithoutAuthorizer } from './guard-without-authorizer.rule.js';
import { guardWithoutEffect } from './guard-without-effect.rule.js';
import { guardedPreflight } from './guarded-preflight.rule.js';
import { invalidDeployValue } from './invalid-deploy-value.rule.js';
import { invalidIgnore } from './invalid-ignore.rule.js';
import { invalidOption } from './invalid-option.rule.js';
import { listPlaceholderAsText } from './list-placeholder-as-text.rule.js';
import { mergedOperation } from './merged-operation.rule.js';
import { operationWithoutRoute } from './operation-without-route.rule.js';
import { publicSchemeMismatch } from './public-scheme-mismatch.rule.js';
import { requestValueWithoutSource } from './request-value-without-source.rule.js';
import { routeWithoutAuthorizer } from './route-without-authorizer.rule.js';
import { routeWithoutIntegration } from './route-without-integration.rule.js';
import { routeWithoutOperation } from './route-without-operation.rule.js';
import { schemaNameReused } from './schema-name-reused.rule.js';
import { schemasWithoutMembers } from './schemas-without-members.rule.js';
import { securityWithoutAuthorizer } from './security-without-authorizer.rule.js';
import { servedWithoutRoute } from './served-without-route.rule.js';
import { shadowedRoute } from './shadowed-route.rule.js';
import { similarPlaceholders } from './similar-placeholders.rule.js';
import { unbuiltProvider } from './unbuilt-provider.rule.js';
import { unknownOption } from './unknown-option.rule.js';
import { unknownPathParameter } from './unknown-path-parameter.rule.js';
import { unknownReference } from './unknown-reference.rule.js';
import { versionWithoutVersioning } from './version-without-versioning.rule.js';
import { unusedIgnore } from './unused-ignore.rule.js';
import { workflowTypeMismatch } from './workflow-type-mismatch.rule.js';
import type { IgnoreRule, Rule } from './rule.js';

/** The rules that hold for every gateway. */
export const RULES: readonly Rule[] = [
  authorizerNameReused,
  catchAllBypass,
  conflictingOptions,
  corsCredentialsWithWildcard,
  corsDiffersFromApplication,
  corsHeadersIncomplete,
  corsWithoutPreflight,
  decoratorWithoutRoute,
  duplicateRoute,
  enhancerWithoutEffect,
  guardWithoutAuthorizer,
  guardWithoutEffect,
  guardedPreflight,
  invalidDeployValue,
  invalidIgnore,
  invalidOption,
  listPlaceholderAsText,
  mergedOperation,
  operationWithoutRoute,
  publicSchemeMismatch,
  requestValueWithoutSource,
  routeWithoutAuthorizer,
  routeWithoutIntegration,
  routeWithoutOperation,
  schemaNameReused,
  schemasWithoutMembers,
  securityWithoutAuthorizer,
  servedWithoutRoute,
  shadowedRoute,
  similarPlaceholders,
  unbuiltProvider,
  unknownOption,
  unknownPathParameter,
  unknownReference,
  versionWithoutVersioning,
  workflowTypeMismatch,
];

/** The rules about ignored diagnostics. */
export const IGNORE_RULES: readonly IgnoreRule[] = [unusedIgnore];
