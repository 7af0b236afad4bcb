import type { Integration } from '../../../model/integrations/integration.js';
import type { Route } from '../../../model/routes/route.js';
import { isObject, type OpenApiOperation } from '../../../openapi/openapi.js';
import { isService } from '../../../services/service-integrations.js';
import type { DeployTree } from '../../../values/deploy-tree.js';
import { formatDeployText } from '../../../values/deploy-text.js';
import { isRequestValue } from '../../../values/request-value.js';
import type { RenderedIntegration } from '../integrations/rendered-integration.js';

/** The names that a route's resource has for the variables of the route's path, by the route's own names. */
export type VariableNames = ReadonlyMap<string, string>;

/** A route under the path of its resource. What its decorators take from the path is taken by the new names. */
export function renameRoute(route: Route, path: string, names: VariableNames): Route {
  if (names.size === 0) return route;
  return {
    ...route,
    path,
    pathParameters: route.pathParameters.map((variable) => ({
      ...variable,
      name: names.get(variable.name) ?? variable.name,
    })),
    ...(route.integration && isService(route.integration)
      ? { integration: renameValues(route.integration, names) as Integration }
      : {}),
  };
}

function renameValues(value: unknown, names: VariableNames): unknown {
  if (Array.isArray(value)) return value.map((item) => renameValues(item, names));
  if (typeof value !== 'object' || value === null) return value;
  if (isRequestValue(value) && value['@request'] === 'path')
    return { ...value, name: names.get(value.name) ?? value.name };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renameValues(item, names)]));
}

const SOURCE = 'method.request.path.';

/**
 * The mappings and cache keys of an integration, with the new names of their sources. Those of a service have them
 * already.
 */
export function renameSources(
  integration: RenderedIntegration | undefined,
  names: VariableNames,
): RenderedIntegration | undefined {
  if (!integration || names.size === 0) return integration;
  const rename = (source: DeployTree = null): DeployTree => {
    const text = formatDeployText(source);
    const name = text.startsWith(SOURCE) ? names.get(text.slice(SOURCE.length)) : undefined;
    return name === undefined ? source : SOURCE + name;
  };
  const { requestParameters, cacheKeyParameters } = integration;
  return {
    ...integration,
    ...(isObject(requestParameters)
      ? {
          requestParameters: Object.fromEntries(
            Object.entries(requestParameters).map(([target, source]) => [target, rename(source)]),
          ),
        }
      : {}),
    ...(Array.isArray(cacheKeyParameters)
      ? { cacheKeyParameters: (cacheKeyParameters as readonly DeployTree[]).map(rename) }
      : {}),
  };
}

/** An operation whose path parameters have the names of its resource. */
export function renameParameters(operation: OpenApiOperation, names: VariableNames): OpenApiOperation {
  if (names.size === 0 || !operation.parameters) return operation;
  const parameters = operation.parameters.map((parameter) =>
    parameter.in === 'path' ? { ...parameter, name: names.get(parameter.name) ?? parameter.name } : parameter,
  );
  return { ...operation, parameters };
}
