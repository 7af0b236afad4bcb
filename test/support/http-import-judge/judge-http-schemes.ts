import { asArray, asJson, type Json } from '../json.js';
import { isRole } from '../import-judge/aws-values.js';
import { isInvocation } from './http-uris.js';
import { judgeHttpContext } from './judge-http-context.js';
import type { HttpGuard, HttpReport, HttpSurroundings } from './http-verdict.js';

const AUTHORIZER = 'x-amazon-apigateway-authorizer';
const AUTHTYPE = 'x-amazon-apigateway-authtype';
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  jwt: ['identitySource', 'jwtConfiguration'],
  request: [
    'authorizerUri',
    'authorizerPayloadFormatVersion',
    'enableSimpleResponses',
    'authorizerCredentials',
    'authorizerResultTtlInSeconds',
    'identitySource',
  ],
};

/** What guards an operation. Without a requirement nothing does. */
export function guardOf(operation: Json, { schemes }: Pick<HttpSurroundings, 'schemes'>): HttpGuard {
  const [requirement] = asArray(operation['security']);
  const [name] = Object.keys(asJson(requirement));
  const scheme = asJson(name === undefined ? undefined : schemes[name]);
  const type = asJson(scheme[AUTHORIZER])['type'];
  if (type === 'jwt') return 'jwt';
  if (type === 'request') return 'lambda';
  return scheme[AUTHTYPE] === 'awsSigv4' ? 'iam' : 'none';
}

/** "x-amazon-apigateway-authorizer object", "Control access to HTTP APIs with JWT authorizers" and "… with AWS Lambda authorizers" */
export function judgeHttpSchemes({ schemes, report }: HttpSurroundings): void {
  for (const [name, value] of Object.entries(schemes)) {
    const scheme = asJson(value);
    const type = String(scheme['type']);
    judgeOpenApi(name, type, scheme, report);
    const authorizer = scheme[AUTHORIZER];
    if (authorizer === undefined) {
      if (scheme[AUTHTYPE] !== 'awsSigv4') report('broken', 'the scheme guards nothing', name);
      continue;
    }
    const given = asJson(authorizer);
    const kind = String(given['type']);
    const fields = FIELDS[kind];
    if (!fields) {
      report('rejected', `no authorizer of an HTTP API: ${kind}`, name);
      continue;
    }
    for (const field of Object.keys(given)) {
      if (field !== 'type' && !fields.includes(field))
        report('dropped', `${field} of a ${kind} authorizer`, name);
    }
    if (kind === 'jwt') judgeJwt(name, scheme, given, report);
    else judgeFunction(name, type, given, report);
  }
}

function judgeOpenApi(name: string, type: string, scheme: Json, report: HttpReport): void {
  if (type === 'apiKey' && !(typeof scheme['name'] === 'string' && typeof scheme['in'] === 'string'))
    report('rejected', 'an apiKey has a name and a place', name);
  if (type === 'oauth2' && typeof scheme['flows'] !== 'object') report('rejected', 'oauth2 has flows', name);
  if (!['apiKey', 'oauth2', 'openIdConnect'].includes(type))
    report('warned', `Unsupported security definition type '${type}' for '${name}'. Ignoring.`, name);
}

function judgeJwt(name: string, scheme: Json, authorizer: Json, report: HttpReport): void {
  const { type } = scheme;
  if (type !== 'oauth2' && type !== 'openIdConnect')
    report('rejected', `a JWT authorizer stands in oauth2 or openIdConnect, not in ${String(type)}`, name);
  const { issuer, audience } = asJson(authorizer['jwtConfiguration']);
  if (type !== 'openIdConnect' && !(typeof issuer === 'string' && /^https:\/\/[^\s?#]+$/.test(issuer)))
    report('rejected', 'Invalid issuer: it is an https URL', name);
  const audiences = asArray(audience);
  if (audiences.length === 0 || !audiences.every((one) => typeof one === 'string' && one !== ''))
    report('rejected', 'a JWT authorizer has an audience', name);
  const source = String(authorizer['identitySource'] ?? '');
  if (!/^\$request\.(header|querystring)\.[^\s,]+$/.test(source))
    report('rejected', `a JWT authorizer has one header or query parameter, not ${source}`, name);
}

function judgeFunction(name: string, type: string, authorizer: Json, report: HttpReport): void {
  const { authorizerUri, authorizerPayloadFormatVersion: version, enableSimpleResponses } = authorizer;
  if (type !== 'apiKey') report('rejected', `a Lambda authorizer stands in apiKey, not in ${type}`, name);
  if (!isInvocation(authorizerUri)) report('rejected', 'authorizerUri invokes a function', name);
  if (version !== '1.0' && version !== '2.0')
    report('rejected', 'authorizerPayloadFormatVersion is 1.0 or 2.0', name);
  if (enableSimpleResponses !== undefined) {
    if (typeof enableSimpleResponses !== 'boolean')
      report('rejected', 'enableSimpleResponses is a boolean', name);
    else if (enableSimpleResponses && version !== '2.0')
      report('rejected', 'simple responses need the version 2.0', name);
  }
  const { authorizerCredentials: role, authorizerResultTtlInSeconds: ttl } = authorizer;
  if (role !== undefined && !isRole(role)) report('rejected', 'authorizerCredentials is a role', name);
  if (ttl !== undefined && !(Number.isInteger(ttl) && Number(ttl) >= 0 && Number(ttl) <= 3600))
    report('rejected', 'authorizerResultTtlInSeconds is an integer of 0 to 3600', name);
  judgeSources(name, authorizer['identitySource'], ttl, report);
}

const SOURCE = /^(?:\$request\.(?:header|querystring)\.[^\s,]+|\$stageVariables\.\w+|\$context\.([\w.]+))$/;

function judgeSources(name: string, given: unknown, ttl: unknown, report: HttpReport): void {
  if (given === undefined || given === '') {
    // Nothing is kept without one: a TTL of its own needs what an answer is kept for.
    if (ttl !== undefined && ttl !== 0)
      report('rejected', 'an authorizer that is cached has an identity source', name);
    return;
  }
  const sources = Array.isArray(given) ? given : String(given).split(',');
  for (const source of sources.map((one) => String(one).trim())) {
    const match = SOURCE.exec(source);
    if (!match) report('rejected', `no identity source: ${source}`, name);
    const fault = match?.[1] && judgeHttpContext(match[1], 'none');
    if (fault) report('broken', fault, name);
  }
}
