import { checkIntegration } from './check-integration.js';
import { checkModels } from './check-models.js';
import type { OperationPlace, Report } from './emission-report.js';
import { asArray, asJson, type Json } from './json.js';

export interface EmissionOptions {
  /** Paths with an OPTIONS handler of the application's own, which may be guarded; a preflight never is. */
  readonly ownOptions?: ReadonlySet<string>;
}

const ANY = 'x-amazon-apigateway-any-method';
const METHODS = new Set(['get', 'put', 'post', 'delete', 'patch', 'options', 'head', ANY]);
/** Bytes; "Quotas for configuring and running a REST API in API Gateway". */
const DEFINITION_LIMIT = 6 * 1024 * 1024;

/**
 * What API Gateway needs of a document that it imports as a REST API, read from AWS's documentation and recordings
 * and from nothing of the library. Each violation is a rule and a place.
 */
export function checkEmissionRules(document: Json, options: EmissionOptions = {}): readonly string[] {
  const found: string[] = [];
  const report = (rule: string, place: string): void => void found.push(`${rule}: ${place}`);

  if (document['openapi'] !== '3.0.1') report('the version is 3.0.1', String(document['openapi']));
  if (Buffer.byteLength(JSON.stringify(document)) > DEFINITION_LIMIT) report('at most 6 MB', 'document');
  if ('security' in document) report('no security at the root', 'document');
  if (asArray(document['servers']).length > 1) report('at most one server', 'document');

  const components = asJson(document['components']);
  const schemas = asJson(components['schemas']);
  const schemes = asJson(components['securitySchemes']);
  checkReferences(document, document, report);
  checkModels(schemas, report);
  for (const [name, scheme] of Object.entries(schemes)) {
    if (asJson(scheme)['type'] !== 'apiKey') report('every scheme is an apiKey', name);
  }

  const paths = asJson(document['paths']);
  checkPaths(Object.keys(paths), report);
  let preflights = 0;
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(asJson(item))) {
      const place = `${method} ${path}`;
      if (!METHODS.has(method)) {
        report('a path item holds known methods alone', place);
        continue;
      }
      const preflight = method === 'options' && !options.ownOptions?.has(path);
      if (preflight) preflights += 1;
      checkOperation(asJson(operation), { document, path, place, schemes, preflight }, report);
    }
  }
  if (preflights > 0) checkDefaultResponses(document, report);
  return found;
}

function checkOperation(operation: Json, at: OperationPlace, report: Report): void {
  const { path, place, schemes, preflight, document } = at;
  const { security, parameters, requestBody, responses } = operation;

  if (!Array.isArray(security)) report('security on every operation', place);
  if (preflight && asArray(security).length > 0) report('an OPTIONS preflight is open', place);
  for (const requirement of asArray(security)) {
    for (const name of Object.keys(asJson(requirement))) {
      if (!Object.hasOwn(schemes, name)) report(`the scheme ${name} exists`, place);
    }
  }

  const declared = asArray(parameters).map(asJson);
  const names = declared.map(({ name }) => String(name));
  if (new Set(names).size < names.length) report('parameter names are unique across locations', place);
  for (const parameter of declared) {
    const name = String(parameter['name']);
    if (!/^[a-zA-Z0-9._$-]+$/.test(name)) report(`the parameter name ${name} can be held`, place);
    if (!['path', 'query', 'header'].includes(String(parameter['in']))) {
      report(`the parameter ${name} is in the path, the query or a header`, place);
    }
  }
  for (const [, variable] of path.matchAll(/\{([^}+]+)\+?\}/g)) {
    if (
      !declared.some((one) => one['name'] === variable && one['in'] === 'path' && one['required'] === true)
    ) {
      report(`the path variable ${variable} is declared`, place);
    }
  }

  const statuses = Object.entries(asJson(responses));
  if (statuses.length === 0) report('at least one response', place);
  for (const [status, response] of statuses) {
    if (!/^[1-5]\d\d$/.test(status)) report(`the status ${status} is explicit`, place);
    checkContent(asJson(response)['content'], `${place} ${status}`, report);
  }
  if (requestBody !== undefined) checkContent(asJson(requestBody)['content'], place, report);

  const validator = operation['x-amazon-apigateway-request-validator'];
  if (
    validator !== undefined &&
    !Object.hasOwn(asJson(document['x-amazon-apigateway-request-validators']), String(validator))
  ) {
    report(`the validator ${String(validator)} is defined`, place);
  }
  checkIntegration(operation, at, report);
}

/** A body is JSON, and its schema a named model. */
function checkContent(content: unknown, place: string, report: Report): void {
  for (const [type, media] of Object.entries(asJson(content))) {
    const schema = asJson(asJson(media)['schema']);
    if (type !== 'application/json') report('bodies are JSON', place);
    if (Object.keys(schema).join(',') !== '$ref') report('a body refers to a named model', place);
  }
}

function checkReferences(value: unknown, document: Json, report: Report): void {
  if (Array.isArray(value)) value.forEach((item) => checkReferences(item, document, report));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      // A property of a model may have that name, and then holds a schema.
      if (key !== '$ref' || typeof item !== 'string') checkReferences(item, document, report);
      else if (!resolves(item, document)) report('every $ref resolves', item);
    }
  }
}

function resolves(reference: string, document: Json): boolean {
  if (!reference.startsWith('#/')) return false;
  let target: unknown = document;
  for (const step of reference.slice(2).split('/')) {
    if (!Object.hasOwn(asJson(target), step)) return false;
    target = asJson(target)[step];
  }
  return true;
}

function checkPaths(paths: readonly string[], report: Report): void {
  const variables = new Map<string, string>();
  for (const path of paths) {
    if (path !== '/' && path.endsWith('/')) report('no slash at the end of a path', path);
    const segments = path.split('/').slice(1).filter(Boolean);
    for (const [index, segment] of segments.entries()) {
      if (!/^([A-Za-z0-9_.,:-]+|\{[A-Za-z0-9_.-]+\+?\})$/.test(segment))
        report('a segment can be held', path);
      if (segment.endsWith('+}') && index < segments.length - 1)
        report('nothing stands below a wildcard', path);
      if (!segment.startsWith('{')) continue;
      const parent = segments.slice(0, index).join('/');
      const known = variables.get(parent) ?? segment;
      if (known !== segment) report(`one path variable at each level, ${known} or ${segment}`, path);
      variables.set(parent, known);
    }
  }
}

/** Answers of API Gateway itself pass every integration by, and need the headers too. */
function checkDefaultResponses(document: Json, report: Report): void {
  const responses = asJson(document['x-amazon-apigateway-gateway-responses']);
  for (const type of ['DEFAULT_4XX', 'DEFAULT_5XX']) {
    const parameters = Object.keys(asJson(asJson(responses[type])['responseParameters']));
    if (
      !parameters.some((name) => name.toLowerCase() === 'gatewayresponse.header.access-control-allow-origin')
    ) {
      report('CORS headers stand on the default gateway responses', type);
    }
  }
}
