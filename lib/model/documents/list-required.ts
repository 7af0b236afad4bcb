import { mayBeMissing } from '../../openapi/may-be-missing.js';
import type { Route } from '../routes/route.js';
import { isGuessed } from './is-guessed.js';
import { listRequestValues } from '../../services/list-request-values.js';
import type { OpenApiParameter } from '../../openapi/openapi.js';
import { isService } from '../../services/service-integrations.js';
import { definitionOf } from '../../services/services.js';
import type { RouteView } from './view-route.js';

/** What import allows as a parameter's name; another would fail the whole document. */
export const PARAMETER_NAME = /^[a-zA-Z0-9._$-]+$/;

/** The query, header and cookie parameters without which a call fails, as far as their documentation says. */
export function listRequired(
  { integration, guessed = [] }: Pick<Route, 'integration' | 'guessed'>,
  { operation, lookup }: Pick<RouteView, 'operation' | 'lookup'>,
): readonly OpenApiParameter[] {
  const needed = listNeeded({ integration });
  const optional = listOptional({ integration });
  return (operation.parameters ?? []).filter(
    (parameter) =>
      ['query', 'header', 'cookie'].includes(parameter.in) &&
      (needed.includes(parameterExpression(parameter)) ||
        (parameter['required'] === true &&
          !optional.includes(parameterExpression(parameter)) &&
          !isGuessed(parameter, { guessed }) &&
          !mayBeMissing(parameter, lookup))),
  );
}

/** The parameters that a direct service needs, documented or not, as mapping expressions. */
export function listNeeded({
  integration,
}: {
  readonly integration: Route['integration'];
}): readonly string[] {
  return listParameters(integration, 'listNeeded');
}

/** The parameters that a direct service does without, as mapping expressions. */
export function listOptional({
  integration,
}: {
  readonly integration: Route['integration'];
}): readonly string[] {
  return listParameters(integration, 'listOptional');
}

function listParameters(
  integration: Route['integration'],
  list: 'listNeeded' | 'listOptional',
): readonly string[] {
  return integration && isService(integration)
    ? expressionsOf(definitionOf(integration)[list](integration.options))
    : [];
}

/** The mapping expression that reads a parameter. */
export function parameterExpression({ name, in: place }: OpenApiParameter): string {
  return `method.request.${place === 'query' ? 'querystring' : place}.${name}`;
}

/** Parameters that values read: what a template needs is part of the method. */
export function expressionsOf(values: unknown): readonly string[] {
  return [...listRequestValues(values)].flatMap((value) =>
    value['@request'] === 'query' || value['@request'] === 'header'
      ? [parameterExpression({ in: value['@request'], name: value.name })]
      : [],
  );
}
