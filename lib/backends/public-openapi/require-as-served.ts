import { listNeeded, listOptional, parameterExpression } from '../../model/documents/list-required.js';
import type { Route } from '../../model/routes/route.js';
import type { SchemaLookup } from '../../openapi/find-referenced.js';
import { isObject, type JsonObject, type OpenApiParameter } from '../../openapi/openapi.js';

/**
 * An operation whose parameters are required as the service behind the route requires them. NestJS documents a query
 * parameter as required because an argument of the handler reads it, which never runs here: a page's cursor would be
 * required for the first page.
 */
export function requireAsServed(
  operation: JsonObject,
  { integration }: Pick<Route, 'integration'>,
  lookup: SchemaLookup,
): JsonObject {
  const parameters = operation['parameters'];
  const needed = listNeeded({ integration });
  const optional = listOptional({ integration });
  if (!Array.isArray(parameters) || needed.length + optional.length === 0) return operation;
  return {
    ...operation,
    parameters: parameters.map((given) => {
      const parameter = lookup(given);
      if (!isObject(parameter)) return given;
      const expression = parameterExpression(parameter as unknown as OpenApiParameter);
      if (needed.includes(expression)) return setRequired(given, parameter, true);
      return optional.includes(expression) ? setRequired(given, parameter, false) : given;
    }),
  };
}

/** A reference stays one where it says the same. */
function setRequired(given: unknown, parameter: JsonObject, required: boolean): unknown {
  return (parameter['required'] ?? false) === required ? given : { ...parameter, required };
}
