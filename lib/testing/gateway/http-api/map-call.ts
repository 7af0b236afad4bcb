import type { GatewayCall } from '../local-gateway-ports.js';
import { readMapping } from './read-mapping.js';

type Lists = Readonly<Record<string, readonly string[]>>;

/** A request as the backend gets it, and whether a mapping wrote its path. */
export interface MappedCall {
  readonly call: GatewayCall;
  readonly hasPath: boolean;
}

/** Applies `append:`, `overwrite:` and `remove:` of `requestParameters` to the request. */
export function mapCall(call: GatewayCall): MappedCall {
  const mappings = Object.entries(call.route.integration.requestParameters ?? {});
  if (mappings.length === 0 || call.route.integration.integrationSubtype !== undefined)
    return { call, hasPath: false };
  let header: Lists = call.view.all.header;
  let querystring: Lists = call.view.all.querystring;
  let path: string | undefined;
  for (const [key, text] of mappings) {
    const [, verb = '', place, name = ''] =
      /^(append|overwrite|remove):(header|querystring|path)(?:\.(.*))?$/s.exec(key) ?? [];
    const value = verb === 'remove' ? undefined : readMapping(text, call);
    if (place === 'path') path = value ?? path;
    else if (place === 'header') header = changeList(header, verb, name, value, true);
    else if (place === 'querystring') querystring = changeList(querystring, verb, name, value, false);
  }
  call.explain({
    step: 'request mapping',
    outcome: path === undefined ? 'parameters are mapped' : `the path becomes ${path}`,
    data: { mappings: Object.fromEntries(mappings), headers: header, query: querystring },
  });
  const { view } = call;
  const rawQuery = new URLSearchParams(
    Object.entries(querystring).flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  ).toString();
  return {
    call: {
      ...call,
      ...(path === undefined ? {} : { rawPath: encodePath(path) }),
      rawQuery: querystring === view.all.querystring ? call.rawQuery : rawQuery,
      view: {
        ...view,
        all: { header, querystring },
        params: { ...view.params, header: lastValues(header), querystring: lastValues(querystring) },
      },
    },
    hasPath: path !== undefined,
  };
}

/** A source without a value changes nothing. */
function changeList(
  lists: Lists,
  verb: string,
  name: string,
  value: string | undefined,
  ignoresCase: boolean,
): Lists {
  const isNamed = (key: string): boolean =>
    ignoresCase ? key.toLowerCase() === name.toLowerCase() : key === name;
  const others = Object.fromEntries(Object.entries(lists).filter(([key]) => !isNamed(key)));
  if (verb === 'remove') return others;
  if (value === undefined) return lists;
  const before =
    verb === 'append' ? Object.entries(lists).flatMap(([key, values]) => (isNamed(key) ? values : [])) : [];
  return { ...others, [name]: [...before, value] };
}

function lastValues(lists: Lists): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values.at(-1) ?? '']));
}

/** A mapped path is text: what HTTP does not take in a path is encoded, and what is encoded stays. */
function encodePath(path: string): string {
  const whole = path.startsWith('/') ? path : `/${path}`;
  return encodeURI(whole)
    .replaceAll('%25', '%')
    .replace(/[?#]/g, (char) => encodeURIComponent(char));
}
