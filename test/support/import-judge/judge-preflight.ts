import { asJson, type Json } from '../json.js';
import { ANY_METHOD, INTEGRATION, type OperationPlace } from './verdict.js';

const EVERY = ['delete', 'get', 'patch', 'post', 'put'];

/** "CORS for REST APIs in API Gateway": a mock answers the preflight of each path. */
export function judgePreflight({ operation, document, path, place, report }: OperationPlace): void {
  const integration = asJson(operation[INTEGRATION]);
  const answer = asJson(asJson(integration['responses'])['default']);
  if (String(integration['type']).toLowerCase() !== 'mock') report('broken', 'a preflight is a mock', place);
  if (
    integration['contentHandling'] !== 'CONVERT_TO_TEXT' ||
    answer['contentHandling'] !== 'CONVERT_TO_TEXT'
  ) {
    report('broken', 'a preflight is text on both sides, or fails beside binary media types', place);
  }
  const headers = readHeaders(answer);
  for (const name of ['origin', 'methods', 'headers']) {
    if (!headers.has(name)) report('broken', `a preflight answers Access-Control-Allow-${name}`, place);
  }
  const [origin = '', methods = '', allowed = ''] = ['origin', 'methods', 'headers'].map((name) =>
    headers.get(name),
  );
  if (origin.includes(',')) report('broken', 'one origin stands in Access-Control-Allow-Origin', place);
  if (headers.get('credentials') !== undefined) {
    if (headers.get('credentials') !== 'true') report('broken', 'credentials are true or unsaid', place);
    if ([origin, methods, allowed].includes('*')) report('broken', 'credentials do not go with *', place);
  }
  const age = headers.get('max-age');
  if (age !== undefined && !/^-?\d+$/.test(age)) report('broken', 'the age is a number of seconds', place);

  const item = asJson(asJson(document['paths'])[path]);
  const served = ANY_METHOD in item ? EVERY : Object.keys(item).filter((method) => EVERY.includes(method));
  const listed = methods.toLowerCase().split(/\s*,\s*/);
  const missing = served.filter((method) => !listed.includes(method));
  if (methods !== '*' && missing.length > 0) {
    report('broken', `a preflight does not allow ${missing.join(', ')}`, place);
  }
}

/** The values of `Access-Control-*`, by what follows `Allow-` or `Access-Control-`. */
function readHeaders(answer: Json): ReadonlyMap<string, string> {
  const entries = Object.entries(asJson(answer['responseParameters'])).flatMap(([key, value]) => {
    const name = /\.access-control-(?:allow-)?([a-z-]+)$/i.exec(key)?.[1];
    return name === undefined ? [] : [[name.toLowerCase(), String(value).replace(/^'|'$/g, '')] as const];
  });
  return new Map(entries);
}
