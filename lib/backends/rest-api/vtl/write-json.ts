import { givenJson, whenGiven } from './given.js';
import { intersperse, separateMembers, type Optional } from './json-pieces.js';
import { parseOptionText } from '../../../values/option-text.js';
import { isDeployValue } from '../../../values/deploy-value.js';
import { isRequestValue, type RequestValue, type AwsJsonValue } from '../../../values/request-value.js';
import type { Parsed } from '../../../services/service-integrations.js';
import { escapeJson, inForm, inJson, join, print, writeValue, type Place, type Vtl } from './vtl-text.js';

export type JsonValue = Parsed<AwsJsonValue>;

/** Where JSON text stands: in a template itself, in a JSON string of it, or in a form body. */
export interface JsonPlace {
  /** Punctuation and fixed JSON. */
  readonly raw: (json: string) => string;
  /** An expression that prints JSON. */
  readonly json: (expression: string) => string;
  /** Inside a string of the JSON. */
  readonly string: Place;
}

export const jsonIn = (depth: number): JsonPlace => ({
  raw: inJson(depth).text,
  json: (expression) => print(escapeJson(expression, depth)),
  string: inJson(depth + 1),
});

export const jsonInForm: JsonPlace = {
  raw: inForm().text,
  json: (expression) => print(`$util.urlEncode(${expression})`),
  string: inForm(1),
};

/**
 * Writes JSON with values of the request in it. A member of the body keeps its type; any other value is a string. A member
 * of an object whose value is not there is left out.
 */
export function writeJson(value: JsonValue, place: JsonPlace, level = 0): Vtl {
  if (typeof value === 'string' || isDeployValue(value)) {
    return join(place.raw('"'), writeValue(value, place.string), place.raw('"'));
  }
  if (isRequestValue(value)) return writeRequestValue(value, place);
  if (Array.isArray(value)) {
    const items = value.map((item: JsonValue) => writeItem(item, place, level + 1));
    return join(place.raw('['), ...intersperse(items, place.raw(',')), place.raw(']'));
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value as Readonly<Record<string, JsonValue>>).map(
      ([name, member]): Optional => ({
        written: join(
          place.raw('"'),
          writeValue(parseOptionText(name), place.string),
          place.raw('":'),
          writeJson(member, place, level + 1),
        ),
        given: givenJson(member),
      }),
    );
    return join(place.raw('{'), ...separateMembers(members, place.raw(','), `comma${level}`), place.raw('}'));
  }
  return place.raw(JSON.stringify(value));
}

/** A whole message. Without the member of the body that it is, it is empty, which services refuse. */
export function writeWhole(value: JsonValue, place: JsonPlace): Vtl {
  return whenGiven(givenJson(value), writeJson(value, place));
}

/** An entry of a list keeps its place: a member of the body that is missing is null there. */
function writeItem(item: JsonValue, place: JsonPlace, level: number): Vtl {
  const written = writeJson(item, place, level);
  const given = isRequestValue(item) && item['@request'] === 'body' ? givenJson(item) : undefined;
  return given === undefined ? written : join(`#if(${given})`, written, `#{else}${place.raw('null')}#{end}`);
}

function writeRequestValue(value: RequestValue, place: JsonPlace): Vtl {
  // API Gateway itself prints a member of the body as JSON.
  if (value['@request'] === 'body') return place.json(`$input.json('${value.path}')`);
  if (value['@request'] === 'vtl') return value.code;
  return join(place.raw('"'), writeValue(value, place.string), place.raw('"'));
}
