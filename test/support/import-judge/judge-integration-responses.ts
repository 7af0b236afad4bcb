import { asJson, type Json } from '../json.js';
import { judgeContextName } from './context-names.js';
import { readJavaPattern } from './java-pattern.js';
import type { Target } from './judge-uri.js';
import { INVALID_STATUS, NAME, STATUS, type OperationPlace } from './verdict.js';
import { judgeMime, judgeTemplate } from './vtl/judge-template.js';

const KEY = new RegExp(`^method\\.response\\.header\\.(${NAME})$`);
const VALUE = new RegExp(
  `^('[^']*'|integration\\.response\\.((?:multivalue)?header\\.${NAME}|body(?:[.[].+)?)|stageVariables\\.\\w+|context\\.[\\w.]+)$`,
);
/** Headers that API Gateway renames to `x-amzn-Remapped-…` (LocalStack, TestApiGatewayHeaderRemapping, 2024-12-11), or drops. */
const REMAPPED = new Set(
  (
    'authorization connection content-length content-md5 date expect host max-forwards proxy-authenticate server trailer upgrade ' +
    'user-agent www-authenticate transfer-encoding'
  ).split(' '),
);
const FIELDS = new Set(['statusCode', 'responseParameters', 'responseTemplates', 'contentHandling']);
const ALLOW_ORIGIN = 'access-control-allow-origin';
/** Statuses with which services answer a fault. */
const FAULTS = ['400', '403', '404', '413', '429', '500', '503'];
const SIZE = 300 * 1024;

/** "x-amazon-apigateway-integration.responses object" */
export function judgeIntegrationResponses(
  kind: string,
  integration: Json,
  target: Target | undefined,
  at: OperationPlace,
): void {
  const { place, report } = at;
  const responses = Object.entries(asJson(integration['responses']));
  if (kind.endsWith('_proxy')) {
    // They are stored: LocalStack, test_import_and_validate_rest_api[openapi.spec.tf.json], 2025-07-02.
    if (integration['responses'] !== undefined)
      report('broken', 'the responses of a proxy are stored, and no answer passes them', place);
    return;
  }
  const seen = new Set<string>();
  const patterns: RegExp[] = [];
  for (const [pattern, response] of responses) {
    const status = String(asJson(response)['statusCode']);
    if (seen.has(status))
      report('dropped', `one of two integration responses for ${status}`, `${place} ${pattern}`);
    seen.add(status);
    if (pattern === '') report('broken', 'an empty pattern is a default under another name', place);
    else if (pattern !== 'default') {
      const regex = readJavaPattern(pattern);
      if (regex === undefined) report('rejected', `no regular expression: ${pattern}`, place);
      else patterns.push(regex);
    }
    judgeResponse(pattern, asJson(response), at);
  }
  const hasDefault = responses.some(([pattern]) => pattern === 'default');
  if (!hasDefault && !matchesEach(patterns, possibleStatuses(kind, integration, target))) {
    report('broken', 'what no pattern matches answers 500', place);
  }
  const service = kind === 'aws' && target !== undefined && target.service !== 'lambda';
  const missed = service ? FAULTS.filter((fault) => isSuccess(fault, responses)) : [];
  if (missed.length > 0) {
    report('broken', `a service's fault is answered as a success: ${missed.join(', ')}`, place);
  }
}

function matchesEach(patterns: readonly RegExp[], statuses: readonly string[]): boolean {
  return statuses.length > 0 && statuses.every((status) => patterns.some((one) => one.test(status)));
}

/** Whether a fault gets a response of success. Without a response it gets a 500. */
function isSuccess(fault: string, responses: readonly (readonly [string, unknown])[]): boolean {
  const matching = responses.filter(
    ([pattern]) => pattern !== 'default' && readJavaPattern(pattern)?.test(fault) === true,
  );
  const given = matching.length > 0 ? matching : responses.filter(([pattern]) => pattern === 'default');
  return given.length > 0 && given.every(([, response]) => answersSuccess(asJson(response)));
}

function answersSuccess({ statusCode, responseTemplates }: Json): boolean {
  return (
    Number(statusCode) < 400 && !JSON.stringify(responseTemplates ?? {}).includes('responseOverride.status')
  );
}

const ANY_STATUS = Array.from({ length: 400 }, (_, index) => String(200 + index));

/** A mock answers with the statuses that its templates write. A function has none: `default` is its success. */
function possibleStatuses(kind: string, integration: Json, target: Target | undefined): readonly string[] {
  if (target?.service === 'lambda') return [];
  if (kind !== 'mock') return ANY_STATUS;
  return Object.values(asJson(integration['requestTemplates'])).flatMap((template) =>
    [...String(template).matchAll(/statusCode["']?\s*:\s*(\d{3})/g)].map((match) => match[1]!),
  );
}

function judgeResponse(pattern: string, response: Json, at: OperationPlace): void {
  const { operation, report, binaryJson, cors, preflight } = at;
  const place = `${at.place} ${pattern}`;
  const { statusCode, responseParameters, responseTemplates, contentHandling } = response;
  const status = String(statusCode);
  for (const field of Object.keys(response)) {
    if (!FIELDS.has(field)) report('dropped', `no field of an integration response: ${field}`, place);
  }
  if (!STATUS.test(status)) report('rejected', `${INVALID_STATUS}: ${status}`, place);
  if (contentHandling !== undefined && !/^CONVERT_TO_(TEXT|BINARY)$/.test(String(contentHandling))) {
    report('rejected', `no content handling: ${String(contentHandling)}`, place);
  }
  const headers = Object.keys(asJson(asJson(asJson(operation['responses'])[status])['headers']));
  for (const [key, value] of Object.entries(asJson(responseParameters))) {
    judgeHeader(key, value, headers, { ...at, place });
  }

  const templates = Object.entries(asJson(responseTemplates));
  for (const [mime, template] of templates) {
    judgeMime(mime, place, report);
    const where = `${place} template ${mime}`;
    if (typeof template === 'string') {
      if (Buffer.byteLength(template) > SIZE) report('rejected', 'a template of more than 300 KB', where);
      judgeTemplate(template, 'response', where, at);
    } else if (template !== null) {
      report('warned', `Invalid format for 'responseTemplates'. Expected type string`, where);
    }
  }
  if (binaryJson && contentHandling !== 'CONVERT_TO_TEXT' && templates.length > 0) {
    report('broken', 'an answer that is a text is decoded as base64', place);
  }
  const readable =
    Object.keys(asJson(responseParameters)).some((key) => key.toLowerCase().endsWith(`.${ALLOW_ORIGIN}`)) ||
    JSON.stringify(templates).toLowerCase().includes(`responseoverride.header.${ALLOW_ORIGIN}`);
  if (cors && !preflight && !readable) report('broken', 'browsers cannot read the answer', place);
}

function judgeHeader(key: string, value: unknown, declared: readonly string[], at: OperationPlace): void {
  const { place, report, guard } = at;
  const header = KEY.exec(key)?.[1];
  const invalid = (what: string): void =>
    report('rejected', `Invalid mapping expression specified: Validation Result: … [${what}]`, place);
  if (header === undefined) return invalid(`Invalid mapping expression specified: ${key}`);
  if (!declared.includes(header)) invalid(`Invalid mapping expression parameter specified: ${key}`);
  if (REMAPPED.has(header.toLowerCase()))
    report('broken', `the header ${header} reaches no client by its name`, place);
  if (typeof value !== 'string') {
    report(
      'warned',
      `Invalid format for 'responseParameters'. Expected type string for property '${key}'`,
      place,
    );
  } else if (!VALUE.test(value)) {
    invalid(`Invalid mapping expression specified: ${value}`);
  } else if (value.startsWith('context.')) {
    const fault = judgeContextName(value.split('.').slice(1), { error: false, guard });
    if (fault !== undefined) report('broken', fault, place);
  }
}
