import { readJson } from '../java/read-json.js';
import { findHeader } from './exchange-types.js';
import { readBody, readContext, type GatewayView } from './gateway-view.js';

/** What mappings may read, by the words that their sources begin with. */
export interface MappingSources {
  readonly view: GatewayView;
  /** Body and headers under `method.request` or `integration.response`. */
  readonly message: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Applies `requestParameters` or `responseParameters`: `target.NAME` to a value. A source without a value is dropped. */
export function mapParameters(
  mappings: Readonly<Record<string, string>> | undefined,
  target: string,
  sources: MappingSources,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(mappings ?? {})
      .filter(([key]) => key.startsWith(`${target}.`))
      .map(([key, source]) => [key.slice(target.length + 1), readSource(source, sources)] as const)
      .filter((entry): entry is readonly [string, string] => entry[1] !== undefined),
  );
}

function readSource(source: string, sources: MappingSources): string | undefined {
  const { view, message, body, headers } = sources;
  if (/^'.*'$/s.test(source)) return source.slice(1, -1);
  const [, word, rest = ''] =
    /^(method\.request\.(?:path|(?:multivalue)?querystring)|stageVariables|context)\.(.*)$/.exec(source) ??
    [];
  switch (word) {
    case 'method.request.path':
      return view.params.path[rest];
    case 'method.request.querystring':
    case 'method.request.multivaluequerystring':
      return view.params.querystring[rest];
    case 'stageVariables':
      return view.stageVariables[rest];
    case 'context':
      return readContext(view, rest);
  }
  const header = /^(.*)\.(?:multivalue)?header\.(.*)$/.exec(source);
  if (header?.[1] === message) return findHeader(headers, header[2]!);
  if (source === `${message}.body`) return body;
  if (source.startsWith(`${message}.body`))
    return readBody(readJson(body), source.slice(`${message}.body`.length));
  throw new Error(`a mapping that API Gateway does not know: ${source}`);
}
