import { memberOf } from '../../../openapi/member-of.js';
import { isObject } from '../../../openapi/openapi.js';
import type { DeployMembers } from '../../../values/deploy-tree.js';
import type { RestApi } from '../rest-api-output.js';
import type { PlacedOperation } from './list-operations.js';

/**
 * How many documentation parts an import makes: one for each of the API, its methods, parameters, bodies, answers,
 * their headers and its models that says something about itself.
 *
 * "Representation of API documentation in API Gateway"
 */
export function countDocumentationParts(
  operations: readonly PlacedOperation[],
  { info, models }: Pick<RestApi, 'info' | 'models'>,
): number {
  const ofModels = Object.values(models).filter(describesItself).length;
  return operations.reduce(
    (sum, { rendered }) => sum + countOf(rendered.operation),
    countOne(info) + ofModels,
  );
}

/** A method's part holds its tags too. */
function countOf(operation: DeployMembers): number {
  const { summary, description, tags, parameters } = operation;
  const method = isText(summary) || isText(description) || (Array.isArray(tags) && tags.length > 0) ? 1 : 0;
  let parts = method + countOne(operation['requestBody']);
  if (Array.isArray(parameters)) for (const parameter of parameters) parts += countOne(parameter);
  const responses = memberOf(operation, 'responses');
  for (const status in responses) {
    parts += countOne(responses[status]);
    const headers = memberOf(responses[status], 'headers');
    for (const name in headers) parts += countOne(headers[name]);
  }
  return parts;
}

function countOne(described: unknown): number {
  return isObject(described) && isText(described['description']) ? 1 : 0;
}

/** The part of a model holds what its members say. */
function describesItself(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.some(describesItself);
  if (!isObject(schema)) return false;
  return (
    isText(schema['title']) || isText(schema['description']) || Object.values(schema).some(describesItself)
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
