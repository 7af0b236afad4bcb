const IDENTITY =
  'accountId apiKey apiKeyId caller user userArn userAgent sourceIp principalOrgId vpcId vpceId cognitoIdentityId cognitoIdentityPoolId cognitoAuthenticationType cognitoAuthenticationProvider clientCert.clientCertPem clientCert.subjectDN clientCert.issuerDN clientCert.serialNumber clientCert.validity.notBefore clientCert.validity.notAfter';

export const CONTEXT_VARIABLES: readonly string[] = [
  ...'accountId apiId awsEndpointRequestId customDomain.basePathMatched deploymentId domainName domainPrefix extendedRequestId httpMethod isCanaryRequest path protocol requestId requestTime requestTimeEpoch resourceId resourcePath stage wafResponseCode webaclArn'.split(
    ' ',
  ),
  ...IDENTITY.split(' ').map((name) => `identity.${name}`),
];

/** Known in answers that API Gateway makes itself, and nowhere else. */
const OF_ERRORS: readonly string[] = [
  'message',
  'messageString',
  'responseType',
  'validationErrorString',
].map((name) => `error.${name}`);

/**
 * Whether API Gateway has a variable of this name in `$context`. Those of the authorizer are the authorizer's.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-data-transformations.html
 */
export function isContextVariable(name: string, inError = false): boolean {
  return CONTEXT_VARIABLES.includes(name) || (inError && OF_ERRORS.includes(name));
}
