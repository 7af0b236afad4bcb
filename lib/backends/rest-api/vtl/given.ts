import { isRequestValue, type RequestValue } from '../../../values/request-value.js';
import { join, printOrNothing, readExpression, vtlString, type Vtl } from './vtl-text.js';

/** A VTL condition that something is there; absent where it always is. */
export type Given = string | undefined;

/**
 * Whether a value is anything but empty text. Of a parameter that the caller leaves out and one that is empty API
 * Gateway makes the same.
 */
export function givenText(value: Vtl | RequestValue): Given {
  return all(value, (one) => (isAlwaysGiven(one) ? undefined : `${readExpression(one)} != ""`));
}

/** Whether a value is there, an empty text of the body included; null is not. */
export function givenString(value: Vtl | RequestValue): Given {
  return all(value, (one) =>
    one['@request'] === 'body' && one.path !== '$'
      ? `${givenMember(one.path)} && ${printOrNothing(`input.json('${one.path}')`)} != "null"`
      : givenText(one),
  );
}

/** Whether a member of a JSON value is there. A null of the body is; what comes from elsewhere is text, empty or not. */
export function givenJson(value: unknown): Given {
  if (!isRequestValue(value)) return undefined;
  return value['@request'] === 'body' ? givenMember(value.path) : undefined;
}

function givenMember(path: string): Given {
  const member = /^(.*)\.([^.[\]]+)$/.exec(path);
  if (member)
    return `${printOrNothing(`input.path('${member[1]}').containsKey(${vtlString(member[2]!)})`)} == "true"`;
  return path === '$' ? undefined : `${printOrNothing(`input.path('${path}')`)} != ""`;
}

/** Without a path value no route fits, and API Gateway makes an empty object of a missing body. */
function isAlwaysGiven(value: Single): boolean {
  const kind = value['@request'];
  return (
    kind === 'path' || kind === 'rawBody' || (kind === 'context' && ALWAYS_IN_CONTEXT.includes(value.name))
  );
}

const ALWAYS_IN_CONTEXT = [
  'requestId',
  'extendedRequestId',
  'requestTime',
  'requestTimeEpoch',
  'stage',
  'apiId',
];

type Single = Exclude<RequestValue, { '@request': 'text' | 'vtl' }>;

/** Text with anything fixed in it is never empty; what VTL of the author's own prints is not known. */
function all(value: Vtl | RequestValue, given: (one: Single) => Given): Given {
  if (!isRequestValue(value) || value['@request'] === 'vtl') return undefined;
  if (value['@request'] !== 'text') return given(value);
  const parts = value.parts.map((part) => (isRequestValue(part) ? givenText(part) : undefined));
  return parts.length === 0 || parts.includes(undefined)
    ? undefined
    : parts.map((part) => `(${part})`).join(' || ');
}

/**
 * Whether every value in a text is there. A key or an id that lacks a part is another one, which callers without the
 * part would share.
 */
export function givenWhole(value: Vtl | RequestValue): Given {
  if (!isRequestValue(value) || value['@request'] !== 'text') return givenText(value);
  const given = value.parts.flatMap((part) => (isRequestValue(part) ? (givenText(part) ?? []) : []));
  return given.length === 0 ? undefined : given.join(' && ');
}

/** Writes something only where it is given. */
export function whenGiven(given: Given, written: Vtl): Vtl {
  return given === undefined ? written : join(`#if(${given})`, written, '#{end}');
}

/** A piece of a list whose first piece always stands, with the separator in front of it. */
export function followedBy(given: Given, separator: string, written: Vtl): Vtl {
  return whenGiven(given, join(separator, written));
}
