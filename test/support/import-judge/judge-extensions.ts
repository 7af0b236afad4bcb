import { asArray, asJson, type Json } from '../json.js';
import { isListOfText } from './judge-root.js';
import type { Surroundings } from './verdict.js';

type Place = 'root' | 'server' | 'path item' | 'operation' | 'security scheme' | 'elsewhere';

/** Where each extension of REST APIs may stand; "OpenAPI extensions for API Gateway". */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  'any-method': ['path item'],
  'api-key-source': ['root'],
  auth: ['operation'],
  authorizer: ['security scheme'],
  authtype: ['security scheme'],
  'binary-media-types': ['root'],
  documentation: ['root'],
  'endpoint-access-mode': ['root'],
  'endpoint-configuration': ['server', 'root'],
  'gateway-responses': ['root'],
  integration: ['operation'],
  'minimum-compression-size': ['root'],
  policy: ['root'],
  'request-validator': ['root', 'operation'],
  'request-validators': ['root'],
  'security-policy': ['root'],
};
const PREFIX = 'x-amazon-apigateway-';
const DOCUMENTED = new Set(
  (
    'API AUTHORIZER MODEL RESOURCE METHOD PATH_PARAMETER QUERY_PARAMETER REQUEST_HEADER REQUEST_BODY RESPONSE ' +
    'RESPONSE_HEADER RESPONSE_BODY'
  ).split(' '),
);

/** Extensions that API Gateway does not know, or not where they stand. */
export function judgeExtensions({ document, report }: Surroundings): void {
  const visit = (object: unknown, place: Place, at: string): void => {
    for (const name of Object.keys(asJson(object))) {
      if (!name.startsWith(PREFIX)) continue;
      const places = PLACES[name.slice(PREFIX.length)];
      if (places === undefined) report('dropped', `no extension of a REST API: ${name}`, at);
      else if (!places.includes(place)) report('dropped', `${name} has no place here`, at);
    }
  };
  const children = (object: unknown, place: Place, at: string): void =>
    Object.entries(asJson(object)).forEach(([name, child]) => visit(child, place, `${at} ${name}`));

  visit(document, 'root', 'document');
  visit(document['info'], 'elsewhere', 'info');
  for (const server of [...asArray(document['servers']), document]) {
    visit(server, server === document ? 'root' : 'server', 'servers');
    judgeEndpoint(asJson(server)[`${PREFIX}endpoint-configuration`], report);
  }
  asArray(document['tags']).forEach((tag) => visit(tag, 'elsewhere', 'tags'));
  const components = asJson(document['components']);
  visit(components, 'elsewhere', 'components');
  children(components['securitySchemes'], 'security scheme', 'securitySchemes');
  for (const [path, item] of Object.entries(asJson(document['paths']))) {
    visit(item, 'path item', path);
    for (const [method, value] of Object.entries(asJson(item))) {
      const operation = asJson(value);
      const at = `${method} ${path}`;
      visit(operation, 'operation', at);
      asArray(operation['parameters']).forEach((one) => visit(one, 'elsewhere', `${at} parameters`));
      visit(operation['requestBody'], 'elsewhere', `${at} requestBody`);
      children(operation['responses'], 'elsewhere', `${at} responses`);
      if ('isDefaultRoute' in operation) report('dropped', 'isDefaultRoute is of HTTP APIs', at);
      judgeAuth(operation, at, report);
    }
  }
  judgeDocumentation(asJson(document[`${PREFIX}documentation`]), report);
}

function judgeEndpoint(value: unknown, report: Surroundings['report']): void {
  if (value === undefined) return;
  const { disableExecuteApiEndpoint, vpcEndpointIds, ...others } = asJson(value);
  const place = `${PREFIX}endpoint-configuration`;
  if (disableExecuteApiEndpoint !== undefined && typeof disableExecuteApiEndpoint !== 'boolean') {
    report('rejected', 'disableExecuteApiEndpoint is a boolean', place);
  }
  if (vpcEndpointIds !== undefined && !isListOfText(vpcEndpointIds)) {
    report('rejected', 'vpcEndpointIds is a list of ids', place);
  }
  for (const name of Object.keys(others)) report('dropped', `no field of a REST endpoint: ${name}`, place);
}

function judgeAuth(operation: Json, place: string, report: Surroundings['report']): void {
  const auth = operation[`${PREFIX}auth`];
  if (auth === undefined) return;
  if (!/^(none|aws_iam)$/i.test(String(asJson(auth)['type']))) {
    report('rejected', 'the type of x-amazon-apigateway-auth is NONE or AWS_IAM', place);
  }
}

function judgeDocumentation({ documentationParts }: Json, report: Surroundings['report']): void {
  for (const part of asArray(documentationParts)) {
    const type = String(asJson(asJson(part)['location'])['type']);
    if (!DOCUMENTED.has(type)) report('rejected', `nothing to document: ${type}`, `${PREFIX}documentation`);
  }
}
