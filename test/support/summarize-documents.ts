import { asArray, asJson, type Json } from './json.js';
import { isPreflight, measureDocument } from './measure-document.js';

/**
 * What a private document says, a line an operation and a line a model, to be read by people and compared by tests:
 * small enough to be kept where the document is not.
 */
export function summarizeDocument(document: Json): string {
  const operations = Object.entries(asJson(document['paths'])).flatMap(([path, item]) =>
    Object.entries(asJson(item))
      .filter(([, operation]) => !isPreflight(asJson(operation)))
      .map(([verb, operation]) => describeOperation(verb, path, asJson(operation))),
  );
  const models = Object.entries(asJson(asJson(document['components'])['schemas'])).map(
    ([name, model]) => `${name}: ${describeModel(asJson(model))}`,
  );
  const { paths, operations: count, resources } = measureDocument(document);
  const head = `${paths} paths, ${count} operations, ${resources} resources, ${models.length} models`;
  return [head, '', ...operations, '', ...models, ''].join('\n');
}

function describeOperation(verb: string, path: string, operation: Json): string {
  const integration = asJson(operation['x-amazon-apigateway-integration']);
  const schemes = asArray(operation['security']).flatMap((requirement) => Object.keys(asJson(requirement)));
  const parameters = asArray(operation['parameters'])
    .map(asJson)
    .filter((parameter) => parameter['in'] !== 'path')
    .map(({ name, in: place, required }) => `${place === 'header' ? '@' : '?'}${name}${required ? '' : '?'}`);
  const body = modelOf(operation['requestBody']);
  const answers = Object.entries(asJson(operation['responses'])).map(([status, response]) =>
    [status, modelOf(response)].filter(Boolean).join(' '),
  );
  return [
    `${verb === 'x-amazon-apigateway-any-method' ? 'any' : verb} ${path}`,
    `${integration['type']} ${schemes.join('+') || 'open'}`,
    parameters.join(' '),
    body ?? '',
    answers.join(', '),
  ]
    .join(' | ')
    .replace(/(?: \| )+(?= \| )/g, ' |');
}

function modelOf(holder: unknown): string | undefined {
  const reference = asJson(asJson(asJson(asJson(holder)['content'])['application/json'])['schema'])['$ref'];
  return typeof reference === 'string' ? reference.split('/').at(-1) : undefined;
}

function describeModel(model: Json): string {
  const required = asArray(model['required']);
  const members = Object.entries(asJson(model['properties'])).map(
    ([name, schema]) => `${name}${required.includes(name) ? '' : '?'} ${describeSchema(asJson(schema))}`,
  );
  return members.length > 0 ? `{ ${members.join('; ')} }` : describeSchema(model);
}

function describeSchema(schema: Json): string {
  const { $ref, type, items, additionalProperties } = schema;
  if (typeof $ref === 'string') return $ref.split('/').at(-1)!;
  for (const [keyword, mark] of [
    ['anyOf', ' | '],
    ['allOf', ' & '],
  ] as const) {
    const members = asArray(schema[keyword]);
    if (members.length > 0) return `(${members.map((member) => describeSchema(asJson(member))).join(mark)})`;
  }
  if (items !== undefined) return `${describeSchema(asJson(items))}[]`;
  if (typeof additionalProperties === 'object') return `Map<${describeSchema(asJson(additionalProperties))}>`;
  if ('enum' in schema) return `one of ${asArray(schema['enum']).length}`;
  if ('properties' in schema) return `{${Object.keys(asJson(schema['properties'])).length}}`;
  return typeof type === 'string' ? type : 'any';
}
