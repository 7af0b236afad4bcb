import { asArray, asJson, type Json } from '../json.js';
import { judgeContextName } from './context-names.js';
import type { Target } from './judge-uri.js';
import { NAME, type OperationPlace } from './verdict.js';

const LOCATIONS: Readonly<Record<string, string>> = { path: 'path', querystring: 'query', header: 'header' };
const SOURCE = new RegExp(`^method\\.request\\.(?:(path)|(?:multivalue)?(querystring|header))\\.(${NAME})$`);
const KEY = new RegExp(`^integration\\.request\\.(header|querystring|path)\\.(${NAME})$`);
const OTHER = /^('[^']*'|method\.request\.body([.[].+)?|stageVariables\.\w+|context\.[\w.:'[\]-]+)$/;
/** Headers that import lets a mapping set, and that then fail the call. */
const FAILING = new Set([
  'content-length',
  'transfer-encoding',
  'x-amzn-trace-id',
  'x-amzn-apigateway-api-id',
]);
/** Headers of a caller that no mapping and no template sees. */
const REMOVED = new Set(
  (
    'connection content-md5 expect max-forwards proxy-authenticate server te trailer transfer-encoding upgrade ' +
    'www-authenticate'
  ).split(' '),
);
/** Headers that a mapping sets, and that an HTTP backend never receives. */
const LOST = new Set(['connection', 'expect', 'proxy-authenticate', 'te', 'via']);
const FAILING_FOR_AWS = new Set(['authorization', 'connection', 'expect', 'proxy-authenticate', 'te']);

/**
 * Whether the operation declares the parameter that a mapping reads. A variable of the path is declared by import:
 * LocalStack, test_import_and_validate_rest_api[swagger-mock-cors.json], 2025-07-02.
 */
export function isDeclared(source: string, { operation, path }: OperationPlace): boolean {
  const match = SOURCE.exec(source);
  if (match === null) return false;
  if (match[1] !== undefined && path.includes(`{${match[3]!}}`)) return true;
  const location = LOCATIONS[match[1] ?? match[2]!];
  return asArray(operation['parameters'])
    .map(asJson)
    .some((one) => one['name'] === match[3] && one['in'] === location);
}

/** "Parameter mapping source reference for REST APIs" */
export function judgeRequestParameters(
  kind: string,
  integration: Json,
  target: Target | undefined,
  at: OperationPlace,
): void {
  const { place, report } = at;
  const mapped = Object.entries(asJson(integration['requestParameters']));
  if (kind === 'aws_proxy' && mapped.length > 0) report('dropped', 'the mapping of a Lambda proxy', place);
  for (const [key, value] of mapped) {
    const match = KEY.exec(key);
    if (match === null) report('rejected', `Invalid mapping expression specified: ${key}`, place);
    const header = match?.[1] === 'header' ? match[2]!.toLowerCase() : '';
    if (FAILING.has(header) || (kind.startsWith('aws') && FAILING_FOR_AWS.has(header))) {
      report('broken', `setting ${header} answers 500`, place);
    }
    if (kind.startsWith('http') && LOST.has(header)) report('dropped', `${header} of an HTTP backend`, place);
    judgeRequestValue(key, value, at);
  }

  const uri = String((kind === 'mock' ? '' : integration['uri']) ?? '').replace(/\$\{[^}]*\}/g, '');
  const variables = new Set([...uri.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1]!));
  for (const variable of variables) {
    if (!mapped.some(([key]) => key === `integration.request.path.${variable}`)) {
      report('broken', `nothing fills {${variable}} of the uri`, place);
    }
  }
  for (const [key] of mapped) {
    const [, location, name] = KEY.exec(key) ?? [];
    if (location === 'path' && kind !== 'mock' && !variables.has(name!))
      report('dropped', `the uri has no {${name}}`, place);
  }
  if (target?.service === 'lambda' || kind !== 'aws') return;
  const types = mapped.filter(([key]) => key.toLowerCase() === 'integration.request.header.content-type');
  if (types.length > 1) report('broken', 'one content type', place);
}

function judgeRequestValue(key: string, value: unknown, at: OperationPlace): void {
  const { path, method, place, guard, report, options } = at;
  if (typeof value !== 'string') {
    const where = `property '${key}' of resource '${options.basePath ?? ''}${path}' and method '${method.toUpperCase()}'`;
    const what = `Invalid format for 'requestParameters'. Expected type string for ${where} but got '${String(value)}'`;
    report('warned', what, place);
  } else if (SOURCE.test(value)) {
    const name = SOURCE.exec(value)?.[3]?.toLowerCase() ?? '';
    if (/^method\.request\.(multivalue)?header/.test(value) && REMOVED.has(name)) {
      report('broken', `${name} is removed before a mapping reads it`, place);
    }
    if (!isDeclared(value, at)) {
      const what = `[Invalid mapping expression parameter specified: ${value}]`;
      report('rejected', `Invalid mapping expression specified: Validation Result: … ${what}`, place);
    }
  } else if (!OTHER.test(value)) {
    const what = `[Invalid mapping expression specified: ${value}]`;
    report('rejected', `Invalid mapping expression specified: Validation Result: … ${what}`, place);
  } else if (value.startsWith('context.')) {
    const fault = judgeContextName(value.split('.').slice(1), { error: false, guard });
    if (fault !== undefined) report('broken', fault, place);
  }
}
