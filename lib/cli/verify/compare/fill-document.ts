import { writeTree, type DeployTree } from '../../../values/deploy-tree.js';
import { isOriginPlace, type PlaceholderPlace } from '../../../values/deploy-value.js';
import { NO_ORIGIN_URL } from '../../../values/origin-directives.js';
import { ANYTHING } from './matches.js';

const insideJson = (value: string): string => JSON.stringify(value).slice(1, -1);
/** JSON takes each of these escapes, and VTL sees nothing that it reads. */
const withoutVtl = (text: string): string =>
  text.replaceAll('\\\\', '\\u005c').replaceAll('$', '\\u0024').replaceAll('#', '\\u0023');
const urlencode = (value: string): string =>
  encodeURIComponent(value)
    .replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');

/** A value as it stands in each place: what the expressions of the module are compared with. */
const ENCODE: Readonly<
  Record<Exclude<PlaceholderPlace, `origin_${string}`> | 'plain', (value: string) => string>
> = {
  plain: (value) => value,
  json: (value) => withoutVtl(insideJson(value)),
  json2: (value) => withoutVtl(insideJson(insideJson(value))),
  form: urlencode,
  form_json: (value) => urlencode(insideJson(value)),
  path: (value) => urlencode(value).replaceAll('+', '%20').replaceAll('%2F', '/'),
};

/** A document with values in it. Where lists of origins stand in text, it has `ANYTHING`. */
export function fillDocument(
  document: DeployTree,
  values: ReadonlyMap<string, string | readonly string[]>,
): unknown {
  return writeTree(document, {
    text: (text) => text,
    placeholder: (name, _before, within) => {
      const value = values.get(name);
      return typeof value !== 'string' || isOriginPlace(within) ? ANYTHING : ENCODE[within ?? 'plain'](value);
    },
    items: (name) => {
      const items = [...new Set([values.get(name) ?? ANYTHING].flat())];
      return items.length === 0 ? [NO_ORIGIN_URL] : items;
    },
  });
}
