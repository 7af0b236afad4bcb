import { parseDeployValue } from '../values/deploy-value.js';
import { isRequestValue } from '../values/request-value.js';
import type { Parsed } from './service-integrations.js';

/** Below these keys all is text: templates, expressions, and the words of a request value. */
const TEXT = ['requestTemplates', 'responseTemplates', 'expression'];

/** Reads the placeholders in the options of a service decorator. */
export function parseOptions<T>(value: T): Parsed<T>;
export function parseOptions(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('${') ? parseDeployValue(value) : value;
  if (Array.isArray(value)) return value.map((item) => parseOptions(item));
  if (typeof value !== 'object' || value === null) return value;
  if (isRequestValue(value)) {
    return value['@request'] === 'text'
      ? { ...value, parts: value.parts.map((part) => parseOptions(part)) }
      : value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, TEXT.includes(key) ? item : parseOptions(item)]),
  );
}
