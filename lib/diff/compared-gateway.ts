/** The gateways whose documents are OpenAPI with API Gateway's extensions. */
export type ComparedGateway = 'rest-api' | 'http-api';
