import type { Guard } from './verdict.js';

const PLAIN =
  'accountId apiId stage httpMethod path protocol resourceId resourcePath domainName domainPrefix requestId ' +
  'extendedRequestId awsEndpointRequestId requestTime requestTimeEpoch wafResponseCode webaclArn';
const IDENTITY =
  'accountId apiKey apiKeyId caller user userArn userAgent sourceIp principalOrgId cognitoIdentityId ' +
  'cognitoIdentityPoolId cognitoAuthenticationType cognitoAuthenticationProvider clientCert.clientCertPem ' +
  'clientCert.subjectDN clientCert.issuerDN clientCert.serialNumber clientCert.validity.notBefore ' +
  'clientCert.validity.notAfter';
const ERROR = 'message messageString responseType validationErrorString';

/** "API Gateway mapping template and access logging variable reference", without those of access logs alone. */
const NAMES = new Set([...PLAIN.split(' '), ...IDENTITY.split(' ').map((name) => `identity.${name}`)]);
const ERRORS = new Set(ERROR.split(' '));

export interface ContextPlace {
  /** Whether an error of API Gateway is being answered. */
  readonly error: boolean;
  readonly guard: Guard | 'any';
}

/** What is wrong with a name below `context`, if anything is. */
export function judgeContextName(
  [first, ...rest]: readonly string[],
  place: ContextPlace,
): string | undefined {
  const name = [first, ...rest].join('.');
  const unknown = `no name of the context: ${name}`;
  if (first === 'authorizer') return judgeAuthorizerName(rest, place.guard);
  if (first === 'error') return place.error && ERRORS.has(rest.join('.')) ? undefined : unknown;
  return NAMES.has(name) ? undefined : unknown;
}

function judgeAuthorizerName([first, ...rest]: readonly string[], guard: Guard | 'any'): string | undefined {
  const name = ['authorizer', first, ...rest].join('.');
  if (first === undefined || (first === 'claims' && rest.length === 0))
    return `context.${name} alone is empty`;
  if (guard === 'none' || guard === 'iam') return `no authorizer fills context.${name}`;
  if (guard === 'cognito' && first !== 'claims') return `a user pool fills claims alone, not context.${name}`;
  if (guard === 'lambda' && first === 'claims') return `a function fills no claims, as context.${name}`;
  return undefined;
}
