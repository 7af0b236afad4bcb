import { asJson, type Json } from '../json.js';
import { judgeContextName } from './context-names.js';
import { INVALID_STATUS, NAME, STATUS, type Surroundings } from './verdict.js';

/** "Gateway response types" */
const TYPES = new Set(
  (
    'ACCESS_DENIED API_CONFIGURATION_ERROR AUTHORIZER_CONFIGURATION_ERROR AUTHORIZER_FAILURE BAD_REQUEST_PARAMETERS ' +
    'BAD_REQUEST_BODY DEFAULT_4XX DEFAULT_5XX EXPIRED_TOKEN INTEGRATION_FAILURE INTEGRATION_TIMEOUT INVALID_API_KEY ' +
    'INVALID_SIGNATURE MISSING_AUTHENTICATION_TOKEN QUOTA_EXCEEDED REQUEST_TOO_LARGE RESOURCE_NOT_FOUND THROTTLED ' +
    'UNAUTHORIZED UNSUPPORTED_MEDIA_TYPE WAF_FILTERED'
  ).split(' '),
);
const FIELDS = new Set(['statusCode', 'responseParameters', 'responseTemplates']);
const KEY = new RegExp(`^gatewayresponse\\.(header|querystring|path)\\.${NAME}$`);
const VALUE = new RegExp(
  `^('[^']*'|method\\.request\\.(path|querystring|header)\\.${NAME}|stageVariables\\.\\w+|context\\.[\\w.]+)$`,
);
const ALLOW_ORIGIN = 'gatewayresponse.header.access-control-allow-origin';

/** Answers that API Gateway gives by itself. */
export function judgeGatewayResponses({ document, options, report }: Surroundings): void {
  const responses = asJson(document['x-amazon-apigateway-gateway-responses']);
  for (const [type, response] of Object.entries(responses)) judgeResponse(type, asJson(response), report);

  // They pass every integration by, and a customised one does not inherit the headers of the default.
  const preflight = Object.entries(asJson(document['paths'])).some(
    ([path, item]) => 'options' in asJson(item) && !options.ownOptions?.has(path),
  );
  if (!preflight) return;
  for (const type of new Set(['DEFAULT_4XX', 'DEFAULT_5XX', ...Object.keys(responses)])) {
    const parameters = Object.keys(asJson(asJson(responses[type])['responseParameters']));
    if (!parameters.some((name) => name.toLowerCase() === ALLOW_ORIGIN)) {
      report('broken', 'browsers cannot read an answer without Access-Control-Allow-Origin', type);
    }
  }
}

function judgeResponse(type: string, response: Json, report: Surroundings['report']): void {
  const { statusCode, responseParameters, responseTemplates } = response;
  if (!TYPES.has(type)) report('rejected', `no gateway response: ${type}`, type);
  if (type === 'REQUEST_TOO_LARGE') report('dropped', 'the response cannot be customised', type);
  for (const field of Object.keys(response)) {
    if (!FIELDS.has(field)) report('dropped', `no field of a gateway response: ${field}`, type);
  }
  if (statusCode !== undefined && !STATUS.test(String(statusCode))) {
    report('rejected', `${INVALID_STATUS}: ${String(statusCode)}`, type);
  }
  for (const [key, value] of Object.entries(asJson(responseParameters))) {
    if (!KEY.test(key)) report('rejected', `Invalid mapping expression specified: ${key}`, type);
    if (value === null) {
      report('rejected', `Invalid null or empty value in responseParameters: ${key}`, type);
    } else if (typeof value !== 'string' || !VALUE.test(value)) {
      report('rejected', `Invalid mapping expression specified: ${String(value)}`, type);
    }
  }
  for (const [mime, template] of Object.entries(asJson(responseTemplates))) {
    if (typeof template !== 'string') {
      const what = template === null ? 'Invalid null or empty value in responseTemplates' : 'no text';
      report('rejected', `${what}: ${mime}`, type);
      continue;
    }
    if (/#(set|if|foreach|else|end)\b|\$!?\{?(util|input)\b|\$!/.test(template)) {
      report('broken', 'the template of a gateway response is substituted, and no VTL', type);
    }
    judgeMessage(template, type, report);
    for (const [, name] of template.matchAll(/\$\{?context((?:\.\w+)+)/g)) {
      const fault = judgeContextName(name!.slice(1).split('.'), { error: true, guard: 'any' });
      if (fault !== undefined) report('broken', fault, type);
    }
  }
}

/** `messageString` brings its own quotes, and `message` has none. */
function judgeMessage(template: string, type: string, report: Surroundings['report']): void {
  if (!/^\s*[{[]/.test(template)) return;
  if (/"\s*\$\{?context\.error\.messageString\b/.test(template)) {
    report('broken', '$context.error.messageString stands in quotes of its own', type);
  }
  if (/[:[,]\s*\$\{?context\.error\.message\b/.test(template)) {
    report('broken', '$context.error.message stands without quotes', type);
  }
}
