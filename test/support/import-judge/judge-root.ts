import { asArray, asJson } from '../json.js';
import { judgePolicy } from './judge-policy.js';
import type { Surroundings } from './verdict.js';

/** Parts of `components` that API Gateway reads. */
const COMPONENTS = new Set(['schemas', 'securitySchemes']);
const SECURITY_POLICY =
  /^(TLS_1_[02]|SecurityPolicy_TLS13_1_3_2025_09|SecurityPolicy_TLS13_1_3_FIPS_2025_09|SecurityPolicy_TLS13_1_2_(PFS_PQ|FIPS_PQ|FIPS_PFS_PQ|PQ)_2025_09|SecurityPolicy_TLS13_1_2_2021_06|SecurityPolicy_TLS13_2025_EDGE|SecurityPolicy_TLS12_PFS_2025_EDGE|SecurityPolicy_TLS12_2018_EDGE)$/;

/** What stands at the root of the document. */
export function judgeRoot({ document, report }: Surroundings): void {
  const extension = (name: string): unknown => document[`x-amazon-apigateway-${name}`];
  const reject = (what: string, name: string): void =>
    report('rejected', what, `x-amazon-apigateway-${name}`);

  const version = String(document['openapi']);
  if (!/^3\.0\.\d+$/.test(version)) report('rejected', 'Invalid OpenAPI input.', `openapi ${version}`);
  else if (!/^3\.0\.[012]$/.test(version))
    report('broken', 'only 3.0.0 to 3.0.2 are recorded', `openapi ${version}`);
  if (asJson(document['info'])['description'] === '') {
    report('broken', 'Description cannot be an empty string, where an API is made without import', 'info');
  }
  if (asArray(document['servers']).length > 1) {
    const what =
      'More than one server provided. Ignoring all but the first for defining endpoint configuration';
    report('warned', what, 'servers');
  }
  if ('webhooks' in document) report('dropped', 'webhooks', 'document');
  for (const name of Object.keys(asJson(document['components']))) {
    if (!COMPONENTS.has(name) && !name.startsWith('x-'))
      report('dropped', `components.${name}`, 'components');
  }

  const source = extension('api-key-source');
  if (source !== undefined && source !== 'HEADER' && source !== 'AUTHORIZER') {
    reject('the source of API keys is HEADER or AUTHORIZER', 'api-key-source');
  }
  const binary = extension('binary-media-types');
  if (binary !== undefined && !isListOfText(binary)) reject('a list of media types', 'binary-media-types');
  const size = extension('minimum-compression-size');
  if (size !== undefined && !(Number.isInteger(size) && Number(size) >= 0 && Number(size) <= 10_485_760)) {
    reject('Invalid minimum compression size, must be between 0 and 10485760', 'minimum-compression-size');
  }
  const policy = extension('policy');
  if (policy !== undefined) judgePolicy(policy, report);
  const access = extension('endpoint-access-mode');
  if (access !== undefined && access !== 'BASIC' && access !== 'STRICT') {
    reject('BASIC or STRICT', 'endpoint-access-mode');
  }
  const security = extension('security-policy');
  if (security !== undefined) {
    if (!SECURITY_POLICY.test(String(security))) reject('a known security policy', 'security-policy');
    else if (String(security).startsWith('SecurityPolicy_') && access === undefined) {
      reject('the policy needs an endpoint access mode', 'security-policy');
    }
  }
  for (const [name, validator] of Object.entries(asJson(extension('request-validators')))) {
    const { validateRequestBody = false, validateRequestParameters = false } = asJson(validator);
    if (typeof validateRequestBody !== 'boolean' || typeof validateRequestParameters !== 'boolean') {
      reject(`the validator ${name} has booleans`, 'request-validators');
    }
    if (name.trim() === '') reject('Request Validator name cannot be blank', 'request-validators');
  }
  judgeValidatorName(document, extension('request-validator'), 'document', report);
}

/** A validator that is named without being defined validates nothing. */
export function judgeValidatorName(
  document: Surroundings['document'],
  name: unknown,
  place: string,
  report: Surroundings['report'],
): void {
  if (name === undefined) return;
  const validators = asJson(document['x-amazon-apigateway-request-validators']);
  if (typeof name !== 'string' || !Object.hasOwn(validators, name)) {
    report('rejected', `Invalid Request Validator identifier specified: ${String(name)}`, place);
  }
}

export function isListOfText(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
