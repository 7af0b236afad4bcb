import { isObject, type JsonObject } from '../../openapi/openapi.js';
import { isCorsHeader } from './is-cors-header.js';
import { ORIGIN_CHOICE } from './read-policy.js';

/** A response of an integration without what its CORS policy adds. */
export function withoutCors(response: JsonObject): JsonObject {
  const { responseParameters, responseTemplates, ...others } = response;
  const parameters = Object.entries(isObject(responseParameters) ? responseParameters : {}).filter(
    ([name, value]) => !isCorsHeader(name, value),
  );
  const templates = Object.entries(isObject(responseTemplates) ? responseTemplates : {}).flatMap(
    ([type, template]) => {
      if (typeof template !== 'string' || !ORIGIN_CHOICE.test(template)) return [[type, template]];
      const rest = template.replace(ORIGIN_CHOICE, '');
      // What stands there for the choice alone answers as no template does.
      return rest === '' || rest === '$input.body' ? [] : [[type, rest]];
    },
  );
  return {
    ...others,
    ...(parameters.length > 0 ? { responseParameters: Object.fromEntries(parameters) } : {}),
    ...(templates.length > 0 ? { responseTemplates: Object.fromEntries(templates) } : {}),
  };
}
