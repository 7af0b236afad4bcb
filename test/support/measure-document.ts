import { asJson, type Json } from './json.js';

const ANY = 'x-amazon-apigateway-any-method';
const VERBS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', ANY];

export interface DocumentOperation {
  readonly verb: string;
  readonly path: string;
  readonly operation: Json;
}

/** Nest documents `@All()` under the verb SEARCH too, which OpenAPI does not know. */
export function listOperations(document: Json): readonly DocumentOperation[] {
  return Object.entries(asJson(document['paths'])).flatMap(([path, item]) =>
    Object.entries(asJson(item))
      .filter(([verb]) => VERBS.includes(verb))
      .map(([verb, operation]) => ({ verb, path, operation: asJson(operation) })),
  );
}

/** A preflight answer is of no handler. */
export function isPreflight(operation: Json): boolean {
  return (
    asJson(operation['x-amazon-apigateway-integration'])['type'] === 'mock' &&
    'Access-Control-Allow-Methods' in asJson(asJson(asJson(operation['responses'])['200'])['headers'])
  );
}

/** What API Gateway has quotas for, and what tells how large an application is. */
export interface DocumentSize {
  readonly paths: number;
  /** Those of the application, without preflight answers. */
  readonly operations: number;
  /** Every segment of every path. */
  readonly resources: number;
  readonly models: number;
  readonly definitionBytes: number;
  readonly modelBytes: number;
  readonly templateBytes: number;
}

export function measureDocument(document: Json): DocumentSize {
  const models = asJson(asJson(document['components'])['schemas']);
  const paths = Object.keys(asJson(document['paths']));
  const operations = listOperations(document);
  return {
    paths: paths.length,
    operations: operations.filter(({ operation }) => !isPreflight(operation)).length,
    resources: new Set(paths.flatMap(listResources)).size,
    models: Object.keys(models).length,
    definitionBytes: bytesOf(document),
    modelBytes: bytesOf(models),
    templateBytes: Math.max(...operations.flatMap(({ operation }) => listTemplates(operation)).map(bytesOf)),
  };
}

function listResources(path: string): readonly string[] {
  const segments = path.split('/').filter(Boolean);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

function listTemplates(operation: Json): readonly unknown[] {
  const { requestTemplates, responses } = asJson(operation['x-amazon-apigateway-integration']);
  const ofResponses = Object.values(asJson(responses)).map(
    (response) => asJson(response)['responseTemplates'],
  );
  return [requestTemplates, ...ofResponses].flatMap((templates) => Object.values(asJson(templates)));
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value));
}
