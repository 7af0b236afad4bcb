import type { AwsGatewayId } from '../aws-gateway.options.js';

/** Whether a gateway is a kind of API of Amazon API Gateway. A gateway that is missing here does not compile. */
const OF_AWS = {
  'rest-api': true,
  'http-api': true,
  kong: false,
} as const satisfies Readonly<Record<AwsGatewayId, boolean>>;

/** The kinds of API of Amazon API Gateway. */
export type ApiGatewayId = {
  [Id in AwsGatewayId]: (typeof OF_AWS)[Id] extends true ? Id : never;
}[AwsGatewayId];

export function isOfAws(gateway: AwsGatewayId): gateway is ApiGatewayId {
  return OF_AWS[gateway];
}
