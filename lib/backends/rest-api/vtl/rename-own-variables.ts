import { listPieces } from '../../../grammar/read-template.js';
import { listRequestValues } from '../../../services/list-request-values.js';
import { isRequestValue } from '../../../values/request-value.js';

/** What API Gateway and Velocity set. */
const GIVEN = ['input', 'util', 'context', 'stageVariables', 'foreach', 'velocityCount'];
const REFERENCE = /(\$!?\{?)([A-Za-z][\w-]*)/g;

/**
 * Options whose `vtl()` code has variables that no generated template has: a generated name never ends with `_`. Code
 * that sets `$body` or `$sep` would change what the library writes, or read it.
 */
export function renameOwnVariables<Options>(options: Options): Options {
  const hasCode = [...listRequestValues(options)].some((value) => value['@request'] === 'vtl');
  return hasCode ? (rename(options) as Options) : options;
}

function rename(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rename);
  if (typeof value !== 'object' || value === null) return value;
  if (isRequestValue(value) && value['@request'] === 'vtl') return { ...value, code: renameIn(value.code) };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rename(item)]));
}

function renameIn(code: string): string {
  return [...listPieces(code)]
    .map(({ kind, text }) =>
      kind === 'live'
        ? text.replace(REFERENCE, (found, start: string, name: string) =>
            GIVEN.includes(name) ? found : `${start}${name}_`,
          )
        : text,
    )
    .join('');
}
