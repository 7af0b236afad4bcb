/** The gateways whose requests have `$context`. */
export type ContextGateway = 'rest-api' | 'http-api';

const words = (text: string): readonly string[] => text.split(' ');
const CERTIFICATE = words(
  'clientCertPem subjectDN issuerDN serialNumber validity.notBefore validity.notAfter',
);
const identity = (names: string): readonly string[] => words(names).map((name) => `identity.${name}`);

const SHARED: readonly string[] = [
  ...words(
    'accountId apiId awsEndpointRequestId customDomain.basePathMatched domainName domainPrefix extendedRequestId httpMethod path protocol requestId requestTime requestTimeEpoch stage',
  ),
  ...identity(
    'accountId caller user userArn userAgent sourceIp principalOrgId cognitoIdentityId cognitoIdentityPoolId cognitoAuthenticationType cognitoAuthenticationProvider',
  ),
  ...CERTIFICATE.map((name) => `identity.clientCert.${name}`),
];

/**
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-data-transformations.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
export const CONTEXT_VARIABLES: Readonly<Record<ContextGateway, readonly string[]>> = {
  'rest-api': [
    ...SHARED,
    ...words('deploymentId isCanaryRequest resourceId resourcePath wafResponseCode webaclArn'),
    ...identity('apiKey apiKeyId vpcId vpceId'),
  ],
  'http-api': [...SHARED, 'routeKey'],
};

/** Known in answers that API Gateway makes itself, and nowhere else. */
const OF_ERRORS: readonly string[] = [
  'message',
  'messageString',
  'responseType',
  'validationErrorString',
].map((name) => `error.${name}`);

/** Whether API Gateway has a variable of this name in `$context`. Those of the authorizer are the authorizer's. */
export function isContextVariable(name: string, gateway: ContextGateway, inError = false): boolean {
  return CONTEXT_VARIABLES[gateway].includes(name) || (inError && OF_ERRORS.includes(name));
}
