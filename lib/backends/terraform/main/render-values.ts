import { NO_ORIGIN, NO_ORIGIN_URL } from '../../../values/origin-directives.js';
import { isOriginPlace, type OriginPlace, type PlaceholderPlace } from '../../../values/deploy-value.js';
import type { MainParts } from './main-parts.js';

const JSON_INSIDE = (value: string): string => `trimsuffix(trimprefix(jsonencode(${value}), "\\""), "\\"")`;

/** JSON takes each of these escapes, and VTL sees nothing that it reads. */
const WITHOUT_VTL = (value: string): string =>
  `replace(replace(replace(${value}, "\\\\\\\\", "\\\\u005c"), "$", "\\\\u0024"), "#", "\\\\u0023")`;

/** How a value is written for each place, as text that then stands in a JSON string of the document. */
const ENCODE: Readonly<Record<Exclude<PlaceholderPlace, OriginPlace> | 'plain', (value: string) => string>> =
  {
    plain: JSON_INSIDE,
    json: (value) => JSON_INSIDE(WITHOUT_VTL(JSON_INSIDE(value))),
    json2: (value) => JSON_INSIDE(WITHOUT_VTL(JSON_INSIDE(JSON_INSIDE(value)))),
    form: (value) => `urlencode(${value})`,
    form_json: (value) => `urlencode(${JSON_INSIDE(value)})`,
    path: (value) => `replace(replace(urlencode(${value}), "+", "%20"), "%2F", "/")`,
  };

const TEST = (equal: string): string =>
  JSON_INSIDE(`join(" || ", concat(["false"], [for origin in value : ${equal}]))`);

const EQUAL = '"$origin == \\"${origin}\\""';

const ONLY = (several: string): string =>
  `length(value) == 0 ? "'${NO_ORIGIN}'" : length(value) == 1 ? "'\${join("", value)}'" : "${several}"`;

/** The origins of a list. */
export const originsOf = (list: string): string => `coalescelist(distinct(${list}), ["${NO_ORIGIN_URL}"])`;

const ITEMS = `[for origin in ${originsOf('value')} : ${JSON_INSIDE('origin')}]`;

/** The same of a list of origins. */
const ENCODE_ORIGINS: Readonly<Record<OriginPlace, string>> = {
  origin_test: TEST(`origin == "*" ? "true" : ${EQUAL}`),
  origin_test_exact: TEST(EQUAL),
  origin_error: ONLY("'*'"),
  origin_error_echo: ONLY('method.request.header.origin'),
  origin_items: ITEMS,
  origin_items_exact: ITEMS,
};

const PLACE_WORDS: Readonly<Record<PlaceholderPlace | 'plain', string>> = {
  plain: 'In a JSON string.',
  json: 'In a JSON string of a template that stands in a JSON string.',
  json2: 'In JSON text that is a JSON string of such a template.',
  form: 'In a form body.',
  form_json: 'In JSON text of a form body.',
  path: 'In the path of a URI.',
  origin_test: 'In the condition of a template: whether an origin is in the list.',
  origin_test_exact: 'The same, where credentials go with the request.',
  origin_error: 'In a gateway response: the origin, or any.',
  origin_error_echo: 'In a gateway response: the origin, or that of the caller.',
  origin_items: 'As items of an array: the origins, or one that no browser has.',
  origin_items_exact: 'The same, where credentials go with the request.',
};

export function renderValues({ placeholders, lists, places, read }: MainParts, body: string): string {
  if (places.length === 0) return `locals {\n  written = {}\n  body = ${body}\n}\n`;
  const ofLists =
    lists.length === 0
      ? ''
      : `
  # The lists of origins.
  origins = {
${lists.map((name) => `    ${name} = ${read(name)}`).join('\n')}
  }
`;
  return `locals {
  # What the placeholders of the document stand for.
  values = {
${placeholders.map((name) => `    ${name} = ${read(name)}`).join('\n')}
  }
${ofLists}
  # The same, escaped for each place in which they stand.
  written = {
${places
  .map(
    (place) => `    # ${PLACE_WORDS[place]}
    ${place} = { for name, value in ${isOrigins(place) ? 'local.origins' : 'local.values'} : name => ${isOrigins(place) ? ENCODE_ORIGINS[place] : ENCODE[place]('value')} }`,
  )
  .join('\n\n')}
  }

  body = ${body}
}
`;
}

function isOrigins(place: PlaceholderPlace | 'plain'): place is OriginPlace {
  return place !== 'plain' && isOriginPlace(place);
}
