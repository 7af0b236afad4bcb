import { apiKeyWithoutAuthorizer } from './api-key-without-authorizer.rule.js';
import { binaryBodyInTemplate } from './binary-body-in-template.rule.js';
import { callerCredentialsWithoutIam } from './caller-credentials-without-iam.rule.js';
import { conflictingPathVariables } from './conflicting-path-variables.rule.js';
import { corsDiffersFromApplication } from './cors-differs-from-application.rule.js';
import { corsDisagreement } from './cors-disagreement.rule.js';
import { corsHeadersIncomplete } from './cors-headers-incomplete.rule.js';
import { corsWithoutPreflight } from './cors-without-preflight.rule.js';
import { corsWithoutTemplate } from './cors-without-template.rule.js';
import { gatewayResponseWithoutEffect } from './gateway-response-without-effect.rule.js';
import { guardedPreflight } from './guarded-preflight.rule.js';
import { integrationWithoutResponses } from './integration-without-responses.rule.js';
import { errorMessageQuotes } from './error-message-quotes.rule.js';
import { invalidExtension } from './invalid-extension.rule.js';
import { invalidMapping } from './invalid-mapping.rule.js';
import { invalidTemplate } from './invalid-template.rule.js';
import { limitExceeded } from './limit-exceeded.rule.js';
import { limitNear } from './limit-near.rule.js';
import { listParameterAsOneValue } from './list-parameter-as-one-value.rule.js';
import { memberWithoutDynamodbType } from './member-without-dynamodb-type.rule.js';
import { missingCredentials } from './missing-credentials.rule.js';
import { mockWithoutStatus } from './mock-without-status.rule.js';
import { modelLoosened } from './model-loosened.rule.js';
import { openPassthrough } from './open-passthrough.rule.js';
import { overriddenExtension } from './overridden-extension.rule.js';
import { parameterNotValidated } from './parameter-not-validated.rule.js';
import { privateApiWithoutPolicy } from './private-api-without-policy.rule.js';
import { proxyWithoutCorsHeaders } from './proxy-without-cors-headers.rule.js';
import { remappedHeader } from './remapped-header.rule.js';
import { requestValueOutOfPlace } from './request-value-out-of-place.rule.js';
import { requestValueWithoutSource } from './request-value-without-source.rule.js';
import { reservedHeader } from './reserved-header.rule.js';
import { reservedPath } from './reserved-path.rule.js';
import { responsesWithoutDefault } from './responses-without-default.rule.js';
import { serviceErrorAsSuccess } from './service-error-as-success.rule.js';
import { severalOriginsOnBinaryAnswer } from './several-origins-on-binary-answer.rule.js';
import { statusAnsweredTwice } from './status-answered-twice.rule.js';
import { statusForAllErrors } from './status-for-all-errors.rule.js';
import { timeoutOverLimit } from './timeout-over-limit.rule.js';
import { unsupportedPath } from './unsupported-path.rule.js';
import { uriVariableMismatch } from './uri-variable-mismatch.rule.js';
import { validationWithoutModel } from './validation-without-model.rule.js';
import { vtlInGatewayResponse } from './vtl-in-gateway-response.rule.js';
import type { Rule } from '../../../rules/rule.js';
import type { RestApi } from '../rest-api-output.js';

/** The rules that mean something for a REST API only. */
export const REST_API_RULES: readonly Rule<RestApi>[] = [
  apiKeyWithoutAuthorizer,
  binaryBodyInTemplate,
  callerCredentialsWithoutIam,
  conflictingPathVariables,
  corsDiffersFromApplication,
  corsDisagreement,
  corsHeadersIncomplete,
  corsWithoutPreflight,
  corsWithoutTemplate,
  gatewayResponseWithoutEffect,
  guardedPreflight,
  integrationWithoutResponses,
  errorMessageQuotes,
  invalidExtension,
  invalidMapping,
  invalidTemplate,
  limitExceeded,
  limitNear,
  listParameterAsOneValue,
  memberWithoutDynamodbType,
  missingCredentials,
  mockWithoutStatus,
  modelLoosened,
  openPassthrough,
  overriddenExtension,
  parameterNotValidated,
  privateApiWithoutPolicy,
  proxyWithoutCorsHeaders,
  remappedHeader,
  requestValueOutOfPlace,
  requestValueWithoutSource,
  reservedHeader,
  reservedPath,
  responsesWithoutDefault,
  serviceErrorAsSuccess,
  severalOriginsOnBinaryAnswer,
  statusAnsweredTwice,
  statusForAllErrors,
  timeoutOverLimit,
  unsupportedPath,
  uriVariableMismatch,
  validationWithoutModel,
  vtlInGatewayResponse,
];
