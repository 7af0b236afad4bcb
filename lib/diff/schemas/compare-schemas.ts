import { findReferenced } from '../../openapi/find-referenced.js';
import { isObject, type Json, type OpenApiDocument } from '../../openapi/openapi.js';
import type { Found } from '../change.js';
import { showValue } from '../show-value.js';

interface Documents {
  readonly base: OpenApiDocument;
  readonly now: OpenApiDocument;
}

/** The content of models, not their names: another name changes nothing. */
export function compareSchemas(
  base: Json | undefined,
  now: Json | undefined,
  documents: Documents,
  what: string,
): readonly Found[] {
  const differences = new Set<string>();
  const names = new Set<string>();
  const texts = new Set<string>();
  const seen = new Set<string>();
  walk(base, now, '');
  const [first, ...others] = differences;
  if (first !== undefined) {
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return [{ kind: 'model-changed', message: `the model of ${what} changed at ${showValue(first)}${more}` }];
  }
  if (names.size > 0) {
    return [
      { kind: 'model-renamed', message: `the model of ${what} has another name: ${[...names].join(', ')}` },
    ];
  }
  return texts.size > 0
    ? [{ kind: 'documentation-changed', message: `the texts of the model of ${what} changed` }]
    : [];

  function walk(a: unknown, b: unknown, path: string): void {
    if (a === b) return;
    if (isObject(a) && isObject(b) && (typeof a['$ref'] === 'string' || typeof b['$ref'] === 'string')) {
      const key = `${String(a['$ref'])} ${String(b['$ref'])}`;
      // A model may refer to itself.
      if (seen.has(key)) return;
      seen.add(key);
      const [ofBase, ofNow] = [resolve(a, documents.base), resolve(b, documents.now)];
      if (ofBase.name !== ofNow.name) {
        names.add(`${showValue(ofBase.name)} is ${showValue(ofNow.name)}`);
      }
      walk(ofBase.value, ofNow.value, path);
      return;
    }
    if (Array.isArray(a) && Array.isArray(b)) {
      const [x, y] = [a, b].map((list) => list.map((one: unknown) => JSON.stringify(one)).toSorted());
      if (JSON.stringify(x) === JSON.stringify(y)) return;
      if (a.length !== b.length || !a.some(isObject)) differences.add(path);
      else a.forEach((item, index) => walk(item, b[index], `${path}[${index}]`));
      return;
    }
    if (!isObject(a) || !isObject(b)) {
      differences.add(path || '(all)');
      return;
    }
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const [x, y] = [a[key], b[key]];
      if (JSON.stringify(x) === JSON.stringify(y) && !refers(x)) continue;
      if (TEXTS.includes(key) && !isNames(path)) texts.add(key);
      else walk(x, y, path === '' ? key : `${path}.${key}`);
    }
  }
}

const TEXTS = ['description', 'title', 'example', 'examples', 'externalDocs', 'deprecated'];

/** Among the properties of a model a member may have any name. */
function isNames(path: string): boolean {
  return /(^|\.)(properties|patternProperties)$/.test(path);
}

/** The same reference may mean another model in the other document. */
function refers(value: unknown): boolean {
  return typeof value === 'object' && value !== null && JSON.stringify(value).includes('"$ref"');
}

function resolve(
  schema: Readonly<Record<string, unknown>>,
  document: OpenApiDocument,
): { readonly name?: string; readonly value: unknown } {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return { value: schema };
  return findReferenced(reference, [document]) ?? { name: reference, value: undefined };
}
