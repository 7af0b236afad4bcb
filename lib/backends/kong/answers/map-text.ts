import { isDeployValue, joinDeployValue, type DeployValue } from '../../../values/deploy-value.js';
import { isRequestValue, type RequestValue } from '../../../values/request-value.js';
import { captureName } from '../paths/capture-name.js';

/** A value of the request in the templates of the plugin `request-transformer`. Absent: they cannot express it. */
export function mapText(value: string | DeployValue | RequestValue, path: string): DeployValue | undefined {
  if (!isRequestValue(value)) return mapFixed(value);
  switch (value['@request']) {
    case 'path':
      return joinDeployValue(`$(uri_captures["${captureName(path, value.name)}"])`);
    case 'query':
      return mapNamed('query_params', value.name);
    case 'header':
      return mapNamed('headers', value.name);
    case 'text': {
      const parts = value.parts.map((part) => mapText(part, path));
      return parts.every((part) => part !== undefined) ? joinDeployValue(...parts) : undefined;
    }
    default:
      return undefined;
  }
}

/** The name stands in code. */
function mapNamed(table: string, name: string): DeployValue | undefined {
  return /^[\w.-]+$/.test(name) ? joinDeployValue(`$(${table}["${name}"])`) : undefined;
}

/** Kong takes `$(` for code everywhere, and a line that starts with `#`. */
function mapFixed(text: string | DeployValue): DeployValue | undefined {
  const value = isDeployValue(text) ? text : joinDeployValue(text);
  const isCode = value['@deploy'].some((part) => typeof part === 'string' && /\$\(|[\r\n]|^#/.test(part));
  return isCode ? undefined : value;
}
