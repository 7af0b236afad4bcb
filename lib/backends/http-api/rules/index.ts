import { AWS_RULES } from '../../../rules/aws/index.js';
import { GATEWAY_RULES } from '../../../rules/gateway/index.js';
import type { Rule } from '../../../rules/rule.js';
import type { HttpApi } from '../http-api-output.js';
import { emptyContextVariable } from './empty-context-variable.rule.js';
import { rawServiceAnswer } from './raw-service-answer.rule.js';
import { requestValueOutOfPlace } from './request-value-out-of-place.rule.js';

/** The rules that an HTTP API is checked with. Those of this folder mean something for it only. */
export const HTTP_API_RULES: readonly Rule<HttpApi>[] = [
  ...GATEWAY_RULES,
  ...AWS_RULES,
  emptyContextVariable,
  rawServiceAnswer,
  requestValueOutOfPlace,
];
