import { parseDeployValue } from '../values/deploy-value.js';
import { parseDeployValues } from '../values/parse-deploy-values.js';
import { parseOptionText } from '../values/option-text.js';
import { isRequestValue, type RequestValue } from '../values/request-value.js';
import type { Parsed } from './service-integrations.js';

/** Members that are not text of a request: templates are VTL, and the others belong to the gateway. */
const OTHERS: Readonly<Record<string, (given: unknown) => unknown>> = {
  requestTemplates: (given) => given,
  responses: (given) => parseDeployValues(given, ['responseTemplates']),
  credentials: (given) => parseDeployValues(given),
  region: (given) => parseDeployValue(String(given)),
};

/** Reads the placeholders and variables of the stage in the options of a service decorator. */
export function parseOptions<T extends object>(options: T): Parsed<T>;
export function parseOptions(options: object): unknown {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      Object.hasOwn(OTHERS, name) ? OTHERS[name]!(option) : parse(option),
    ]),
  );
}

function parse(value: unknown): unknown {
  if (typeof value === 'string') return parseOptionText(value);
  if (Array.isArray(value)) return value.map(parse);
  if (typeof value !== 'object' || value === null) return value;
  if (isRequestValue(value)) {
    return value['@request'] === 'text' ? { ...value, parts: value.parts.flatMap(parsePart) } : value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, parse(item)]));
}

type Part = Extract<RequestValue, { readonly parts: unknown }>['parts'][number];

/** Texts in a text are parts of it. */
function parsePart(part: Part): readonly Part[] {
  const parsed = parse(part) as Part;
  return isRequestValue(parsed) && parsed['@request'] === 'text' ? parsed.parts : [parsed];
}
