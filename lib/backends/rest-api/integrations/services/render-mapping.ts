import { isDeployValue, joinDeployValue, type DeployValue } from '../../../../values/deploy-value.js';
import { isRequestValue, type RequestValue } from '../../../../values/request-value.js';
import type { Vtl } from '../../vtl/vtl-text.js';

/**
 * A value as a parameter mapping, for headers, query and path: one value of the request, or fixed text. Absent where
 * mappings cannot say it.
 */
export function renderMapping(value: string | DeployValue | RequestValue): Vtl | undefined {
  if (!isRequestValue(value)) return isDeployValue(value) ? joinDeployValue("'", value, "'") : `'${value}'`;
  switch (value['@request']) {
    case 'path':
      return `method.request.path.${value.name}`;
    case 'query':
      return `method.request.querystring.${value.name}`;
    case 'header':
      return `method.request.header.${value.name}`;
    case 'body':
      return value.path === '$' ? 'method.request.body' : `method.request.body.${value.path.slice(2)}`;
    case 'context':
      return `context.${value.name}`;
    case 'authorizer':
      return `context.authorizer.${value.name}`;
    case 'stage':
      return `stageVariables.${value.name}`;
    default:
      return undefined;
  }
}
