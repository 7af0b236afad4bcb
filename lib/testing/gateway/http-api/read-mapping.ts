import { findHeader } from '../exchange-types.js';
import { readContext } from '../gateway-view.js';
import type { GatewayCall } from '../local-gateway-ports.js';
import { decodePart } from '../decode-part.js';

/** An answer, where mappings of answers read it. */
export interface MappedAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The value of a parameter mapping of an HTTP API: fixed text, one value of the request or of the answer, or text with such
 * values in it. Undefined for one value that is not there.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
 */
export function readMapping(text: string, call: GatewayCall, answer?: MappedAnswer): string | undefined {
  if (/^\$(?:request|response|context|stageVariables)\b/.test(text))
    return readSource(text.slice(1), call, answer);
  return text.replace(/\$\{((?:request|response|context|stageVariables)\b[^{}]*)\}/g, (_, source: string) => {
    return readSource(source, call, answer) ?? '';
  });
}

function readSource(source: string, call: GatewayCall, answer: MappedAnswer | undefined): string | undefined {
  const { view, rawPath } = call;
  const [, place = '', name = ''] =
    /^((?:request|response)\.(?:header|querystring|path|body)|context|stageVariables)(?:\.(.*))?$/s.exec(
      source,
    ) ?? [];
  switch (place) {
    case 'request.header':
      return joinLines(view.all.header, name);
    case 'request.querystring':
      return view.all.querystring[name]?.join(',');
    case 'request.path':
      return name === '' ? decodePart(rawPath) : mapDefined(view.params.path[name], decodePart);
    case 'request.body':
      return readBody(view.body, source.slice('request.body'.length));
    case 'response.header':
      return answer && findHeader(answer.headers, name);
    case 'response.body':
      return answer && readBody(answer.body, source.slice('response.body'.length));
    case 'context':
      return readContext(view, name);
    case 'stageVariables':
      return view.stageVariables[name];
    default: {
      const body = /^(request|response)\.body(\[.*)$/s.exec(source);
      if (body) return readBody(body[1] === 'request' ? view.body : (answer?.body ?? ''), body[2]!);
      return undefined;
    }
  }
}

/** Names of headers count in any case, and all lines do. */
function joinLines(lists: Readonly<Record<string, readonly string[]>>, name: string): string | undefined {
  return Object.entries(lists)
    .find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
    .join(',');
}

function mapDefined<From, To>(value: From | undefined, map: (value: From) => To): To | undefined {
  return value === undefined ? undefined : map(value);
}

/** The whole body, or a member by names and indexes. */
function readBody(body: string, path: string): string | undefined {
  if (path === '') return body;
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  for (const [, name, index] of path.matchAll(/\.([^.[\]]+)|\[(\d+)\]/g)) {
    const key = name ?? index!;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
