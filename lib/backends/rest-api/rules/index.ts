import { cacheWithoutKey } from './caching/cache-without-key.rule.js';
import { cachedAnswerOfCaller } from './caching/cached-answer-of-caller.rule.js';
import { cachedWrite } from './caching/cached-write.rule.js';
import { legacyVpcLink } from './integrations/legacy-vpc-link.rule.js';
import { settingOutsideDocument } from './integrations/setting-outside-document.rule.js';
import { stageInPath } from './integrations/stage-in-path.rule.js';
import { streamConflict } from './integrations/stream-conflict.rule.js';
import { corsDisagreement } from './cors/cors-disagreement.rule.js';
import { corsWithoutTemplate } from './cors/cors-without-template.rule.js';
import { proxyWithoutCorsHeaders } from './cors/proxy-without-cors-headers.rule.js';
import { severalOriginsOnBinaryAnswer } from './cors/several-origins-on-binary-answer.rule.js';
import { timeoutOverLimit } from './limits/timeout-over-limit.rule.js';
import { invalidMapping } from './mappings/invalid-mapping.rule.js';
import { listParameterAsOneValue } from './mappings/list-parameter-as-one-value.rule.js';
import { remappedHeader } from './mappings/remapped-header.rule.js';
import { reservedHeader } from './mappings/reserved-header.rule.js';
import { uriValueMayBeMissing } from './mappings/uri-value-may-be-missing.rule.js';
import { uriVariableMismatch } from './mappings/uri-variable-mismatch.rule.js';
import { conflictingPathVariables } from './paths/conflicting-path-variables.rule.js';
import { reservedPath } from './paths/reserved-path.rule.js';
import { binaryWithoutType } from './responses/binary-without-type.rule.js';
import { errorMessageQuotes } from './responses/error-message-quotes.rule.js';
import { gatewayResponseWithoutEffect } from './responses/gateway-response-without-effect.rule.js';
import { integrationWithoutResponses } from './responses/integration-without-responses.rule.js';
import { responsesWithoutDefault } from './responses/responses-without-default.rule.js';
import { serviceErrorAsSuccess } from './responses/service-error-as-success.rule.js';
import { statusAnsweredTwice } from './responses/status-answered-twice.rule.js';
import { statusForAllErrors } from './responses/status-for-all-errors.rule.js';
import { vtlInGatewayResponse } from './responses/vtl-in-gateway-response.rule.js';
import { apiKeyWithoutAuthorizer } from './security/api-key-without-authorizer.rule.js';
import { privateApiWithoutPolicy } from './security/private-api-without-policy.rule.js';
import { binaryBodyInTemplate } from './templates/binary-body-in-template.rule.js';
import { bodyTypeWithoutTemplate } from './templates/body-type-without-template.rule.js';
import { emptyContextVariable } from './templates/empty-context-variable.rule.js';
import { excludedMemberAnswered } from './templates/excluded-member-answered.rule.js';
import { invalidTemplate } from './templates/invalid-template.rule.js';
import { memberWithoutDynamodbType } from './templates/member-without-dynamodb-type.rule.js';
import { mockWithoutStatus } from './templates/mock-without-status.rule.js';
import { openPassthrough } from './templates/open-passthrough.rule.js';
import { requestValueOutOfPlace } from './templates/request-value-out-of-place.rule.js';
import { invalidExtension } from './validation/invalid-extension.rule.js';
import { modelLoosened } from './validation/model-loosened.rule.js';
import { overriddenExtension } from './validation/overridden-extension.rule.js';
import { parameterNotValidated } from './validation/parameter-not-validated.rule.js';
import { validationWithoutModel } from './validation/validation-without-model.rule.js';
import { AWS_RULES } from '../../../rules/aws/index.js';
import { GATEWAY_RULES } from '../../../rules/gateway/index.js';
import { replacedPreflight } from '../../../rules/gateway/replaced-preflight.rule.js';
import type { Rule } from '../../../rules/rule.js';
import type { RestApi } from '../rest-api-output.js';

/** The rules that a REST API is checked with. Those of this folder mean something for it only, a folder for each subject. */
export const REST_API_RULES: readonly Rule<RestApi>[] = [
  ...GATEWAY_RULES,
  ...AWS_RULES,
  cacheWithoutKey,
  cachedAnswerOfCaller,
  cachedWrite,
  corsDisagreement,
  corsWithoutTemplate,
  proxyWithoutCorsHeaders,
  replacedPreflight,
  severalOriginsOnBinaryAnswer,
  timeoutOverLimit,
  invalidMapping,
  listParameterAsOneValue,
  remappedHeader,
  reservedHeader,
  uriValueMayBeMissing,
  uriVariableMismatch,
  conflictingPathVariables,
  reservedPath,
  binaryWithoutType,
  errorMessageQuotes,
  gatewayResponseWithoutEffect,
  integrationWithoutResponses,
  responsesWithoutDefault,
  serviceErrorAsSuccess,
  statusAnsweredTwice,
  statusForAllErrors,
  vtlInGatewayResponse,
  apiKeyWithoutAuthorizer,
  privateApiWithoutPolicy,
  binaryBodyInTemplate,
  bodyTypeWithoutTemplate,
  emptyContextVariable,
  excludedMemberAnswered,
  invalidTemplate,
  memberWithoutDynamodbType,
  mockWithoutStatus,
  openPassthrough,
  requestValueOutOfPlace,
  invalidExtension,
  modelLoosened,
  overriddenExtension,
  parameterNotValidated,
  validationWithoutModel,
  legacyVpcLink,
  settingOutsideDocument,
  stageInPath,
  streamConflict,
];
