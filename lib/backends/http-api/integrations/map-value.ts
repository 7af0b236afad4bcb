import { isDeployValue, joinDeployValue, type DeployValue } from '../../../values/deploy-value.js';
import { isRequestValue, type RequestValue } from '../../../values/request-value.js';

/**
 * A value as a parameter mapping of an HTTP API: fixed text, one value of the request, or text with values in it. Absent
 * where mappings cannot express it. A mapping passes a value on as it is, so nothing is escaped.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
 */
export function mapValue(value: string | DeployValue | RequestValue): DeployValue | undefined {
  if (!isRequestValue(value)) return mapFixed(value);
  if (value['@request'] !== 'text') {
    const source = sourceOf(value);
    return source === undefined ? undefined : joinDeployValue(`$${source}`);
  }
  const parts = value.parts.map((part) => {
    if (!isRequestValue(part)) return mapFixed(part);
    const source = sourceOf(part);
    return source === undefined ? undefined : joinDeployValue(`\${${source}}`);
  });
  return parts.every((part) => part !== undefined) ? joinDeployValue(...parts) : undefined;
}

/** API Gateway has no escape for `$` in fixed text. */
function mapFixed(text: string | DeployValue): DeployValue | undefined {
  const value = isDeployValue(text) ? text : joinDeployValue(text);
  return value['@deploy'].some((part) => typeof part === 'string' && part.includes('$')) ? undefined : value;
}

function sourceOf(value: RequestValue): string | undefined {
  switch (value['@request']) {
    case 'path':
      return `request.path.${value.name}`;
    case 'query':
      return `request.querystring.${value.name}`;
    case 'header':
      return `request.header.${value.name}`;
    case 'body':
      if (value.path === '$') return 'request.body';
      return isPlainPath(value.path) ? `request.body${value.path.slice(1)}` : undefined;
    case 'rawBody':
      return 'request.body';
    case 'context':
      return `context.${value.name}`;
    case 'authorizer':
      return `context.authorizer.${value.name}`;
    case 'stage':
      return `stageVariables.${value.name}`;
    case 'text':
    case 'vtl':
      return undefined;
  }
}

/** Paths with `..`, wildcards or filters are not supported. */
function isPlainPath(path: string): boolean {
  return /^\$(\.[\w-]+|\[\d+\])+$/.test(path);
}
