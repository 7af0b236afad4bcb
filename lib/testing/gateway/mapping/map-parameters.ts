import { printJava } from '../../java/print-java.js';
import { readJson } from '../../java/read-json.js';
import { remember } from '../../java/remember.js';
import { readPath } from '../../template/json-path.js';
import { GatewayFault } from '../gateway-fault.js';
import { readContext, type GatewayView } from '../gateway-view.js';

type Lists = Readonly<Record<string, readonly string[]>>;

/** What mappings may read, by the words that their sources begin with. */
export interface MappingSources {
  readonly view: GatewayView;
  /** Whose body and headers are read. */
  readonly message: 'method.request' | 'integration.response';
  readonly body: string;
  readonly headers: Lists;
}

/** A value, or several values of a query parameter, and the source that they come from. */
export interface MappedValue {
  readonly values: readonly string[];
  readonly source: string;
}

/** Applies `requestParameters` or `responseParameters`: `target.NAME` to a value. A source without a value is dropped. */
export function mapParameters(
  mappings: Readonly<Record<string, string>> | undefined,
  target: string,
  sources: MappingSources,
): Readonly<Record<string, MappedValue>> {
  const mapped: Record<string, MappedValue> = {};
  for (const [key, source] of Object.entries(mappings ?? {})) {
    if (!key.startsWith(target) || key[target.length] !== '.') continue;
    const values = parseSource(source)(sources).filter((value) => value !== undefined);
    if (values.length > 0) mapped[key.slice(target.length + 1)] = { values, source };
  }
  return mapped;
}

/** Headers that are mapped: lines of one name are joined by a comma. */
export function mapHeaders(...given: Parameters<typeof mapParameters>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(mapParameters(...given)).map(([name, { values }]) => [name, values.join(',')]),
  );
}

type ReadSource = (sources: MappingSources) => readonly (string | undefined)[];

const parseSource = remember((source): ReadSource => {
  if (/^'.*'$/s.test(source)) {
    const fixed = [source.slice(1, -1)];
    return () => fixed;
  }
  const [, word, rest = ''] =
    /^(method\.request\.(?:path|(?:multivalue)?querystring)|stageVariables|context)\.(.*)$/.exec(source) ??
    [];
  switch (word) {
    case 'method.request.path':
      return ({ view }) => [view.params.path[rest]];
    case 'method.request.querystring':
      return ({ view }) => [view.params.querystring[rest]];
    case 'method.request.multivaluequerystring':
      return ({ view }) => view.all.querystring[rest] ?? [];
    case 'stageVariables':
      return ({ view }) => [view.stageVariables[rest]];
    case 'context':
      return ({ view }) => [readContext(view, rest)];
  }
  const [, owner, multi, name = ''] = /^(.*)\.(multivalue)?header\.(.*)$/.exec(source) ?? [];
  return (sources) => {
    const { message, headers } = sources;
    // The case of the name counts.
    if (owner === message) return (multi ? headers[name] : headers[name]?.slice(-1)) ?? [];
    const member = source.startsWith(`${message}.body`) ? source.slice(`${message}.body`.length) : undefined;
    if (member !== undefined && /^(?:$|[.[])/.test(member)) return [readBody(member, sources)];
    throw new Error(`API Gateway does not know the mapping ${source}`);
  };
});

/** The whole body, or a member of it by a JSONPath without its `$`. A body that is not JSON has no members. */
function readBody(path: string, { body, message }: MappingSources): string | undefined {
  // An empty body counts as an empty object.
  const text = body === '' ? '{}' : body;
  let root;
  try {
    root = readJson(text);
  } catch {
    // What begins like an object must be one, also where the mapping reads all of it.
    if (/^\s*\{/.test(text))
      throw message === 'method.request'
        ? new GatewayFault('DEFAULT_4XX', 'Invalid JSON in request body')
        : new GatewayFault('API_CONFIGURATION_ERROR');
    root = new Map();
  }
  if (path === '') return text;
  const value = readPath(`$${path}`, root);
  return value === null || value === undefined ? undefined : printJava(value);
}
