import { GATEWAY_RULES } from '../../rules/gateway/index.js';
import { replacedPreflight } from '../../rules/gateway/replaced-preflight.rule.js';
import { unsupportedMethod } from '../../rules/aws/unsupported-method.rule.js';
import { unsupportedPath } from '../../rules/aws/unsupported-path.rule.js';
import type { GatewayBackEnd } from '../back-end.js';
import { STAGE_SUPPORT } from './document/stage-support.js';
import type { Kong } from './kong-output.js';
import { renderKong } from './render-kong.js';

export const kong: GatewayBackEnd<Kong, 'kong'> = {
  id: 'kong',
  render: renderKong,
  stage: STAGE_SUPPORT,
  rules: [...GATEWAY_RULES, replacedPreflight, unsupportedMethod, unsupportedPath],
};
