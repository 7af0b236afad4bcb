import { isObject, type Json, type JsonObject } from '../../openapi/openapi.js';

export interface NamedTemplate {
  /** `request template, application/json` */
  readonly name: string;
  readonly text: string;
}

/** An integration without its mapping templates, and the templates. In JSON each template is one long line. */
export function separateTemplates(integration: JsonObject): {
  readonly rest: JsonObject;
  readonly templates: readonly NamedTemplate[];
} {
  const { requestTemplates, responses, ...others } = integration;
  const templates = [...nameTemplates('request template', requestTemplates)];
  if (!isObject(responses)) return { rest: { ...others, ...(responses ? { responses } : {}) }, templates };
  const bare = Object.entries(responses).map(([pattern, response]): [string, Json] => {
    if (!isObject(response)) return [pattern, response ?? null];
    const { responseTemplates, ...members } = response;
    templates.push(...nameTemplates(`response template of ${pattern}`, responseTemplates));
    return [pattern, members];
  });
  return { rest: { ...others, responses: Object.fromEntries(bare) }, templates };
}

function nameTemplates(name: string, given: unknown): readonly NamedTemplate[] {
  if (!isObject(given)) return [];
  return Object.entries(given).map(([type, text]) => ({ name: `${name}, ${type}`, text: String(text) }));
}
