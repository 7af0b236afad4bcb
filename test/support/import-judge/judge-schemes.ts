import { asArray, asJson, type Json } from '../json.js';
import { isArnOf, isRole, isUserPool } from './aws-values.js';
import { readJavaPattern } from './java-pattern.js';
import { kindOf } from './judge-security.js';
import { judgeContextName } from './context-names.js';
import { judgeAuthorizerUri } from './judge-authorizer-uri.js';
import { NAME, type Report, type Surroundings } from './verdict.js';

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  token: [
    'authorizerUri',
    'authorizerCredentials',
    'identityValidationExpression',
    'authorizerResultTtlInSeconds',
  ],
  request: ['authorizerUri', 'authorizerCredentials', 'identitySource', 'authorizerResultTtlInSeconds'],
  cognito_user_pools: ['providerARNs', 'identityValidationExpression'],
};
const SOURCE = new RegExp(
  `^(?:method\\.request\\.(header|querystring)\\.(${NAME})|stageVariables\\.\\w+|context\\.([\\w.]+))$`,
);

/** "x-amazon-apigateway-authorizer object" */
export function judgeSchemes({ schemes, report }: Surroundings): void {
  for (const [name, value] of Object.entries(schemes)) {
    const scheme = asJson(value);
    const type = String(scheme['type']);
    const authtype = scheme['x-amazon-apigateway-authtype'];
    const authorizer = scheme['x-amazon-apigateway-authorizer'];
    if (type !== 'apiKey') {
      report('warned', `Unsupported security definition type '${type}' for '${name}'. Ignoring.`, name);
      continue;
    }
    if (typeof scheme['name'] !== 'string' || !['header', 'query'].includes(String(scheme['in']))) {
      report('rejected', 'a scheme names a header or a query parameter', name);
    }
    if (authtype !== undefined && typeof authtype !== 'string')
      report('rejected', 'authtype is a text', name);
    if (/^aws/i.test(String(authtype)) && authtype !== 'awsSigv4')
      report('rejected', 'authtype is reserved', name);
    if (authorizer !== undefined) judgeAuthorizer(name, scheme, asJson(authorizer), report);
    else if (kindOf(scheme) === 'nothing') report('broken', 'the scheme guards nothing', name);
  }
}

function judgeAuthorizer(name: string, scheme: Json, authorizer: Json, report: Report): void {
  const { type, providerARNs, authorizerCredentials, identityValidationExpression, identitySource } =
    authorizer;
  const fields = FIELDS[String(type)];
  if (fields === undefined) return report('rejected', `no authorizer of a REST API: ${String(type)}`, name);
  for (const field of Object.keys(authorizer)) {
    // An empty text is nothing said: LocalStack, test_import_rest_api, 2025-07-02.
    if (field !== 'type' && !fields.includes(field) && authorizer[field] !== '')
      report('dropped', `${field} of a ${String(type)} authorizer`, name);
  }
  if (type === 'cognito_user_pools') {
    const pools = asArray(providerARNs);
    if (pools.length === 0 || !pools.every(isUserPool))
      report('rejected', 'providerARNs are ARNs of user pools', name);
  } else {
    judgeAuthorizerUri(authorizer['authorizerUri'], name, report);
  }
  if (authorizerCredentials !== undefined && authorizerCredentials !== '' && !isRole(authorizerCredentials)) {
    // Accounts and names are not looked at: LocalStack, test_import_swagger_api, 2025-07-03.
    const outcome = isArnOf('iam', authorizerCredentials) ? 'broken' : 'rejected';
    report(outcome, 'Invalid ARN specified in the request: authorizerCredentials', name);
  }
  const ttl = authorizer['authorizerResultTtlInSeconds'];
  if (ttl !== undefined && !(Number.isInteger(ttl) && Number(ttl) >= 0 && Number(ttl) <= 3600)) {
    report('rejected', 'authorizerResultTtlInSeconds is an integer of 0 to 3600', name);
  }
  if (identityValidationExpression !== undefined && !readJavaPattern(String(identityValidationExpression))) {
    report('broken', 'identityValidationExpression is no regular expression', name);
  }
  // The name of a request authorizer's scheme plays no part; the others read the header of that name.
  if (type === 'request') judgeSources(name, String(identitySource ?? ''), ttl === 0, report);
  else if (!new RegExp(`^${NAME}$`).test(String(scheme['name']))) {
    report('rejected', `no identity source: method.request.header.${String(scheme['name'])}`, name);
  }
}

function judgeSources(name: string, text: string, uncached: boolean, report: Report): void {
  const sources = text.split(',').map((source) => source.trim());
  if (text === '') {
    if (!uncached) report('rejected', 'an authorizer that is cached has an identity source', name);
  } else {
    for (const source of sources) {
      const match = SOURCE.exec(source);
      const context = match?.[3];
      if (!match) report('rejected', `no identity source: ${source}`, name);
      const fault = context && judgeContextName(context.split('.'), { error: false, guard: 'none' });
      if (fault) report('broken', fault, name);
    }
  }
}
