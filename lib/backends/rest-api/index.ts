import type { GatewayBackEnd } from '../back-end.js';
import { renderRestApi } from './render-rest-api.js';
import type { RestApi } from './rest-api-output.js';
import { REST_API_RULES } from './rules/index.js';

export const restApi: GatewayBackEnd<RestApi, 'rest-api'> = {
  id: 'rest-api',
  render: renderRestApi,
  rules: REST_API_RULES,
  stage: {
    throttle: 'supported',
    cache: 'supported',
    logging: 'supported',
    usagePlans: 'supported',
  },
  limits: ({ limits }) => limits,
};
