import type { BackEnd } from '../back-end.js';
import type { HttpApi } from './http-api-output.js';
import { renderHttpApi } from './render-http-api.js';
import { HTTP_API_RULES } from './rules/index.js';

export const httpApi: BackEnd<HttpApi, 'http-api'> = {
  id: 'http-api',
  render: renderHttpApi,
  rules: HTTP_API_RULES,
  limits: ({ limits }) => limits,
};
