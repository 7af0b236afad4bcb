import type { OperationPlace, Report } from './emission-report.js';
import { asArray, asJson, type Json } from './json.js';

const TYPES = ['aws', 'aws_proxy', 'http', 'http_proxy', 'mock'];
const LOCATIONS: Json = { path: 'path', querystring: 'query', header: 'header' };
const NAME = '[a-zA-Z0-9._$-]+';
/** A literal in its quotes, or something that API Gateway can look up. */
const REQUEST_VALUE = new RegExp(
  `^('[^']*'|method\\.request\\.(path|(multivalue)?(querystring|header))\\.${NAME}|method\\.request\\.body.*|stageVariables\\.\\w+|context\\.[\\w.]+)$`,
);
const RESPONSE_VALUE = new RegExp(
  `^('[^']*'|integration\\.response\\.((multivalue)?header\\.${NAME}|body.*)|stageVariables\\.\\w+|context\\.[\\w.]+)$`,
);
const RESPONSE_KEY = new RegExp(`^method\\.response\\.header\\.(${NAME})$`);

/** The integration of an operation, and what the operation must declare for it. */
export function checkIntegration(operation: Json, at: OperationPlace, report: Report): void {
  const { place, preflight } = at;
  const integration = asJson(operation['x-amazon-apigateway-integration']);
  const { type, uri, httpMethod, responses } = integration;
  if (!TYPES.includes(String(type).toLowerCase())) {
    report('every operation has an integration', place);
    return;
  }
  const proxy = String(type).toLowerCase().endsWith('_proxy');
  if (proxy && responses !== undefined) report('a proxy has no responses', place);
  if (!proxy && Object.keys(asJson(responses)).length === 0) report('an integration has responses', place);
  if (type !== 'mock') {
    if (typeof uri !== 'string' || uri === '') report('an integration has a uri', place);
    if (typeof httpMethod !== 'string') report('an integration has a method', place);
  }
  if (/:lambda:path\/.*\/invocations$/.test(String(uri)) && httpMethod !== 'POST') {
    report('a function is invoked with POST', place);
  }
  const timeout = integration['timeoutInMillis'];
  if (timeout !== undefined && !(Number.isInteger(timeout) && Number(timeout) >= 50)) {
    report('a timeout is 50 ms at least', place);
  }

  checkRequestParameters(operation, integration, place, report);
  checkTemplates(integration['requestTemplates'], place, report);
  checkResponses(operation, responses, place, report);
  if (preflight) checkPreflight(integration, place, report);
}

function checkRequestParameters(operation: Json, integration: Json, place: string, report: Report): void {
  const mapped = Object.entries(asJson(integration['requestParameters']));
  const declared = asArray(operation['parameters']).map(asJson);
  for (const [key, value] of mapped) {
    if (!new RegExp(`^integration\\.request\\.(header|querystring|path)\\.${NAME}$`).test(key)) {
      report(`the mapping ${key} can be held`, place);
    }
    if (typeof value !== 'string' || !REQUEST_VALUE.test(value)) {
      report(`the mapping value ${String(value)} is quoted or a source`, place);
      continue;
    }
    const source = /^method\.request\.(?:multivalue)?(path|querystring|header)\.(.+)$/.exec(value);
    if (source && !declared.some((one) => one['name'] === source[2] && one['in'] === LOCATIONS[source[1]!])) {
      report(`the mapped parameter ${value} is declared`, place);
    }
  }
  const uri = String(integration['uri'] ?? '');
  for (const [, variable] of uri.matchAll(/(?<!\$)\{([^{}]+)\}/g)) {
    if (!mapped.some(([key]) => key === `integration.request.path.${variable}`)) {
      report(`the variable ${variable} of the uri is mapped`, place);
    }
  }
}

function checkResponses(operation: Json, responses: unknown, place: string, report: Report): void {
  const seen = new Set<string>();
  for (const [pattern, response] of Object.entries(asJson(responses))) {
    const { statusCode, responseParameters, responseTemplates } = asJson(response);
    const at = `${place} ${pattern}`;
    if (typeof statusCode !== 'string' || !/^[1-5]\d\d$/.test(statusCode)) {
      report('an integration response has a status, as a string', at);
    }
    if (seen.has(String(statusCode))) report('one integration response for each status', at);
    seen.add(String(statusCode));
    const declared = asJson(asJson(operation['responses'])[String(statusCode)]);
    if (!Object.hasOwn(asJson(operation['responses']), String(statusCode))) {
      report(`the status ${String(statusCode)} is declared`, at);
    }
    for (const [key, value] of Object.entries(asJson(responseParameters))) {
      const header = RESPONSE_KEY.exec(key)?.[1];
      if (header === undefined) report(`the mapping ${key} can be held`, at);
      else if (!Object.hasOwn(asJson(declared['headers']), header))
        report(`the header ${header} is declared`, at);
      if (typeof value !== 'string' || !RESPONSE_VALUE.test(value)) {
        report(`the mapping value ${String(value)} is quoted or a source`, at);
      }
    }
    checkTemplates(responseTemplates, at, report);
  }
}

function checkTemplates(templates: unknown, place: string, report: Report): void {
  for (const [type, template] of Object.entries(asJson(templates))) {
    if (typeof template !== 'string') report(`the template for ${type} is a string`, place);
  }
}

/** Without `contentHandling` on both sides a preflight fails as soon as the API has binary media types. */
function checkPreflight(integration: Json, place: string, report: Report): void {
  const answer = asJson(asJson(integration['responses'])['default']);
  if (integration['type'] !== 'mock') report('a preflight is a mock', place);
  if (
    integration['contentHandling'] !== 'CONVERT_TO_TEXT' ||
    answer['contentHandling'] !== 'CONVERT_TO_TEXT'
  ) {
    report('a preflight is text on both sides', place);
  }
  for (const header of ['Origin', 'Methods', 'Headers']) {
    if (!(`method.response.header.Access-Control-Allow-${header}` in asJson(answer['responseParameters']))) {
      report(`a preflight answers Access-Control-Allow-${header}`, place);
    }
  }
}
