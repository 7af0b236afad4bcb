import type { AwsGatewayId } from '../aws-gateway.options.js';
import type { BackEnd, GatewayBackEnd, GatewayOutput, OutputsOf } from './back-end.js';
import { httpApi } from './http-api/index.js';
import { kong } from './kong/index.js';
import { iamPolicy } from './iam-policy/index.js';
import { placeholders } from './placeholders/index.js';
import { publicOpenApi } from './public-openapi/index.js';
import { restApi } from './rest-api/index.js';
import { terraform } from './terraform/index.js';

/** The back ends that write the private document, of which a run uses one. A gateway that is missing does not compile. */
export const GATEWAYS = {
  'rest-api': restApi,
  'http-api': httpApi,
  kong,
} as const satisfies { readonly [Id in AwsGatewayId]: GatewayBackEnd<GatewayOutput, Id> };

/** Every back end: what can be rendered from a model. */
export const BACK_ENDS = [
  publicOpenApi,
  ...Object.values(GATEWAYS),
  iamPolicy,
  placeholders,
  terraform,
] as const satisfies readonly BackEnd[];

/** What all of them render, by id. */
export type Outputs = OutputsOf<typeof BACK_ENDS>;
