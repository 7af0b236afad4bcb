import type { HttpGuard } from './http-verdict.js';

/** "Customize HTTP API access logs": the variables that are known before the backend answers. */
const NAMES =
  'accountId apiId awsEndpointRequestId customDomain.basePathMatched domainName domainPrefix extendedRequestId ' +
  'httpMethod path protocol requestId requestTime requestTimeEpoch routeKey stage ' +
  'identity.accountId identity.caller identity.cognitoAuthenticationProvider identity.cognitoAuthenticationType ' +
  'identity.cognitoIdentityId identity.cognitoIdentityPoolId identity.principalOrgId identity.sourceIp identity.user ' +
  'identity.userAgent identity.userArn identity.clientCert.clientCertPem identity.clientCert.subjectDN ' +
  'identity.clientCert.issuerDN identity.clientCert.serialNumber identity.clientCert.validity.notBefore ' +
  'identity.clientCert.validity.notAfter';
const KNOWN = new Set(NAMES.split(' '));

/** Why a variable of `$context` is always empty behind a guard; `undefined` when it is not. */
export function judgeHttpContext(name: string, guard: HttpGuard): string | undefined {
  const ofAuthorizer = /^authorizer\.(.+)$/.exec(name)?.[1];
  if (ofAuthorizer === undefined) {
    return KNOWN.has(name) ? undefined : `$context has no ${name} in an HTTP API`;
  }
  const isClaim = /^claims\../.test(ofAuthorizer);
  const fits = guard === 'jwt' ? isClaim : guard === 'lambda' ? !isClaim : false;
  return fits ? undefined : `the guard ${guard} has no ${name}`;
}
