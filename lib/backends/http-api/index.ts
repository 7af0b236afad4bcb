import type { GatewayBackEnd } from '../back-end.js';
import { STAGE_SUPPORT } from './document/stage-support.js';
import type { HttpApi } from './http-api-output.js';
import { renderHttpApi } from './render-http-api.js';
import { HTTP_API_RULES } from './rules/index.js';

export const httpApi: GatewayBackEnd<HttpApi, 'http-api'> = {
  id: 'http-api',
  render: renderHttpApi,
  rules: HTTP_API_RULES,
  stage: STAGE_SUPPORT,
  limits: ({ limits }) => limits,
};
