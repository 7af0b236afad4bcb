import { asArray, asJson, type Json } from '../json.js';
import { isCaller, isLoadBalancer, isRole } from './aws-values.js';
import { judgeIntegrationResponses } from './judge-integration-responses.js';
import { judgePassthrough } from './judge-passthrough.js';
import { isDeclared, judgeRequestParameters } from './judge-request-parameters.js';
import { judgeUri, readTarget } from './judge-uri.js';
import { INTEGRATION, INVALID_VERB, type OperationPlace } from './verdict.js';

const TYPES = new Set(['aws', 'aws_proxy', 'http', 'http_proxy', 'mock']);
const VERBS = new Set('GET PUT POST DELETE PATCH OPTIONS HEAD ANY'.split(' '));
const FIELDS = new Set(
  (
    'type uri httpMethod credentials passthroughBehavior requestParameters requestTemplates responses contentHandling ' +
    'timeoutInMillis cacheKeyParameters cacheNamespace connectionType connectionId integrationTarget tlsConfig ' +
    'responseTransferMode'
  ).split(' '),
);
const CONTENT_HANDLING = new Set(['CONVERT_TO_TEXT', 'CONVERT_TO_BINARY']);

/** "x-amazon-apigateway-integration object" */
export function judgeIntegration(at: OperationPlace): void {
  const { operation, path, place, report } = at;
  const value = operation[INTEGRATION];
  const integration = asJson(value);
  const type = String(integration['type']);
  const kind = type.toLowerCase();
  if (Object.keys(integration).length === 0 || typeof integration['type'] !== 'string') {
    const what = `Unable to parse API definition because of a malformed integration at path ${path}.`;
    return report('rejected', what, place);
  }
  if (!TYPES.has(kind) || (type !== kind && type !== type.toUpperCase())) {
    const set = '[HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]';
    return report('rejected', `Member must satisfy enum value set: ${set}, and not ${type}`, place);
  }
  const { httpMethod, credentials, contentHandling } = integration;
  for (const field of Object.keys(integration)) {
    if (!FIELDS.has(field)) report('dropped', `no field of a REST integration: ${field}`, place);
  }
  // A mock calls nothing, so what it says of a backend is dropped and missed by nobody.
  if (kind !== 'mock') {
    if (httpMethod === undefined || httpMethod === '') {
      report('rejected', 'Enumeration value for HttpMethod must be non-empty', place);
    } else if (!VERBS.has(String(httpMethod))) {
      report('rejected', INVALID_VERB, place);
    }
    judgeUri(kind, integration, at);
  }
  if (credentials !== undefined && !isRole(credentials)) {
    if (!isCaller(credentials))
      report('rejected', `Invalid ARN specified in the request: ${String(credentials)}`, place);
    else if (at.guard !== 'iam') {
      const what = 'AWS_IAM Auth type is required for AWS integrations with identity forwarding specified';
      report('rejected', what, place);
    }
  }
  const target = readTarget(integration['uri']);
  if (kind === 'aws' && target !== undefined && target.service !== 'lambda' && credentials === undefined) {
    report('broken', 'a service is called with the rights of a role', place);
  }
  if (contentHandling !== undefined && !CONTENT_HANDLING.has(String(contentHandling))) {
    report('rejected', `no content handling: ${String(contentHandling)}`, place);
  }
  judgeTimes(kind, integration, at);
  judgeConnection(kind, integration, at);
  judgeCache(integration, at);
  judgePassthrough(kind, integration, target, at);
  judgeRequestParameters(kind, integration, target, at);
  judgeIntegrationResponses(kind, integration, target, at);
}

function judgeTimes(kind: string, integration: Json, { options, place, report }: OperationPlace): void {
  const { timeoutInMillis, responseTransferMode } = integration;
  const streams = responseTransferMode === 'STREAM';
  if (responseTransferMode !== undefined && responseTransferMode !== 'BUFFERED' && !streams) {
    report('rejected', 'responseTransferMode is BUFFERED or STREAM', place);
  }
  if (streams && !kind.endsWith('_proxy')) report('rejected', 'a proxy alone streams', place);
  const most = streams ? 900_000 : (options.limits?.timeout ?? 29_000);
  if (timeoutInMillis === undefined) return;
  if (!(
    Number.isInteger(timeoutInMillis) &&
    Number(timeoutInMillis) >= 50 &&
    Number(timeoutInMillis) <= most
  )) {
    report('rejected', `a timeout of 50 to ${most} ms, and not ${String(timeoutInMillis)}`, place);
  }
}

function judgeConnection(kind: string, integration: Json, { place, report }: OperationPlace): void {
  const { connectionType, connectionId, integrationTarget, tlsConfig } = integration;
  const linked = connectionType === 'VPC_LINK';
  if (connectionType !== undefined && connectionType !== 'INTERNET' && !linked) {
    report('rejected', `no connection type: ${String(connectionType)}`, place);
  }
  if (linked && (typeof connectionId !== 'string' || connectionId === '')) {
    report('rejected', 'a VPC link has an id', place);
  }
  if (linked && !kind.startsWith('http')) report('rejected', 'a VPC link leads to an HTTP backend', place);
  if (!linked && connectionId !== undefined) report('dropped', 'connectionId without VPC_LINK', place);
  if (integrationTarget !== undefined && !(linked && isLoadBalancer(integrationTarget))) {
    report('rejected', 'integrationTarget is the ARN of a load balancer behind a VPC link', place);
  }
  if (tlsConfig === undefined) return;
  const { insecureSkipVerification, ...others } = asJson(tlsConfig);
  if (insecureSkipVerification !== undefined && typeof insecureSkipVerification !== 'boolean') {
    report('rejected', 'insecureSkipVerification is a boolean', place);
  }
  if (!kind.startsWith('http')) report('dropped', 'tlsConfig of no HTTP backend', place);
  for (const field of Object.keys(others)) report('dropped', `tlsConfig.${field}`, place);
}

function judgeCache(integration: Json, at: OperationPlace): void {
  const { cacheKeyParameters, cacheNamespace } = integration;
  const keys = cacheKeyParameters ?? [];
  const mapped = asJson(integration['requestParameters']);
  const known = (key: string): boolean => isDeclared(key, at) || Object.hasOwn(mapped, key);
  if (!Array.isArray(keys) || !asArray(keys).every((key) => known(String(key)))) {
    at.report('rejected', 'Invalid cache key parameter specified', at.place);
  }
  if (cacheNamespace !== undefined && typeof cacheNamespace !== 'string') {
    at.report('rejected', 'cacheNamespace is a text', at.place);
  }
}
