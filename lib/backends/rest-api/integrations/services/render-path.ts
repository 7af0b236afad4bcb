import { optionTextInUri, type OptionText } from '../../../../values/option-text.js';
import {
  isDeployValue,
  joinDeployValue,
  mapDeployText,
  type DeployValue,
} from '../../../../values/deploy-value.js';
import { isRequestValue, type RequestValue } from '../../../../values/request-value.js';
import { formText, join, type Vtl } from '../../vtl/vtl-text.js';
import { renderMapping } from './render-mapping.js';

type Key = string | DeployValue | RequestValue;

/**
 * A path towards a service as part of the URI: fixed text encoded, and a variable for each value of the request. API Gateway encodes
 * what it fills in.
 */
export function renderPath(key: Key): {
  readonly uri: DeployValue;
  readonly parameters: Readonly<Record<string, Vtl>>;
} {
  const parts = isRequestValue(key) && key['@request'] === 'text' ? key.parts : [key];
  const parameters: Record<string, Vtl> = {};
  const taken = new Set(
    parts.flatMap((part) => (isRequestValue(part) && part['@request'] === 'path' ? [part.name] : [])),
  );
  // A variable of the route's own path may have the name too.
  const invent = (index: number): string => (taken.has(`key${index}`) ? invent(index + 1) : `key${index}`);
  const pieces = parts.map((part): Vtl => {
    if (!isRequestValue(part)) return inUri(part);
    const mapping = renderMapping(part);
    const name = part['@request'] === 'path' ? part.name : invent(Object.keys(parameters).length);
    taken.add(name);
    if (mapping !== undefined) parameters[`integration.request.path.${name}`] = mapping;
    return `{${name}}`;
  });
  return { uri: joinDeployValue('/', ...pieces), parameters };
}

/** Fixed text in a URI path; slashes stay. Variables of the stage may stand in it. */
export function inUri(value: OptionText): DeployValue {
  if (!isRequestValue(value))
    return isDeployValue(value) ? mapDeployText(value, encodePath, 'path') : join(encodePath(value));
  if (value['@request'] === 'text') return join(...value.parts.map(inUri));
  return optionTextInUri(value);
}

function encodePath(text: string): string {
  return formText(text).replaceAll('%2F', '/');
}
