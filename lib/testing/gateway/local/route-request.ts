import type { Integration, PrivateDocument, TestedRoute } from '../integration-document.js';
import { decodePart } from '../decode-part.js';

/** A request that has found a route. */
export interface RoutedRequest {
  readonly route: TestedRoute;
  /** Values of the path's variables as they stand in the URL, percent-encoded. */
  readonly variables: Readonly<Record<string, string>>;
  /** Why this route, and not another whose path fits. */
  readonly why: string;
}

/** A request without a route. */
export interface UnroutedRequest {
  readonly route?: undefined;
  readonly why: string;
}

/** Finds the route of a request: its method in upper case, its path as the caller sent it, without the query. */
export type RouteRequest = (method: string, rawPath: string) => RoutedRequest | UnroutedRequest;

interface Segment {
  readonly kind: 'literal' | 'variable' | 'greedy';
  readonly name: string;
}

interface Path {
  readonly path: string;
  readonly segments: readonly Segment[];
  /** By method, `ANY` among them. */
  readonly operations: ReadonlyMap<string, Pick<TestedRoute, 'operation' | 'integration'>>;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];
const ANY_METHOD = 'x-amazon-apigateway-any-method';
const RANKS: readonly Segment['kind'][] = ['literal', 'variable', 'greedy'];

/**
 * Routes requests as a REST API does: a fixed segment before a variable, a variable before a greedy one, in whatever
 * order the document has them. A path without the method does not hide another one that fits. On one path the method
 * itself comes before `ANY`.
 */
export function createRouter(document: PrivateDocument): RouteRequest {
  const paths = Object.entries(document.paths)
    .map(([path, item]): Path => ({ path, segments: readSegments(path), operations: readOperations(item) }))
    .toSorted((left, right) => compareSegments(left.segments, right.segments));
  const literal = groupByFirst(paths);

  return (method, rawPath) => {
    const segments = splitPath(rawPath);
    const passed: string[] = [];
    const [first = ''] = segments;
    // Most documents have many paths, and few of them begin like the request.
    for (const path of literal.get(decodePart(first)) ?? literal.get(undefined) ?? []) {
      const variables = matchPath(path.segments, segments);
      if (variables === undefined) continue;
      const found = path.operations.get(method) ?? path.operations.get('ANY');
      if (found) {
        const route = { method, path: path.path, ...found, document };
        return { route, variables, why: explainChoice(path, method, passed) };
      }
      passed.push(`${path.path} fits, but has only ${[...path.operations.keys()].join(', ') || 'no method'}`);
    }
    return { why: passed.length > 0 ? passed.join('; ') : `no path of the document fits ${rawPath}` };
  };
}

function explainChoice({ path, operations }: Path, method: string, passed: readonly string[]): string {
  const own = operations.has(method) ? `${method} ${path}` : `ANY ${path}, which has no ${method} of its own`;
  return [own, ...passed].join('; ');
}

/** The paths that may fit a first segment: those that begin with it, and those that begin with a variable. */
function groupByFirst(paths: readonly Path[]): ReadonlyMap<string | undefined, readonly Path[]> {
  const isOpen = ({ segments: [first] }: Path): boolean => first !== undefined && first.kind !== 'literal';
  const names = new Set(paths.filter((path) => !isOpen(path)).map(({ segments }) => segments[0]?.name ?? ''));
  return new Map<string | undefined, readonly Path[]>([
    [undefined, paths.filter(isOpen)],
    ...[...names].map((name): [string, readonly Path[]] => [
      name,
      paths.filter((path) => isOpen(path) || (path.segments[0]?.name ?? '') === name),
    ]),
  ]);
}

function readSegments(path: string): readonly Segment[] {
  return splitPath(path).map((text) => {
    const [, name, greedy] = /^\{(.+?)(\+?)\}$/.exec(text) ?? [];
    if (name === undefined) return { kind: 'literal', name: decodePart(text) };
    return { kind: greedy ? 'greedy' : 'variable', name };
  });
}

function readOperations(item: Readonly<Record<string, unknown>>): Path['operations'] {
  const operations = new Map<string, Pick<TestedRoute, 'operation' | 'integration'>>();
  for (const key of [...METHODS, ANY_METHOD]) {
    const operation = item[key] as TestedRoute['operation'] | undefined;
    const integration = operation?.['x-amazon-apigateway-integration'] as Integration | undefined;
    if (operation && integration)
      operations.set(key === ANY_METHOD ? 'ANY' : key.toUpperCase(), { operation, integration });
  }
  return operations;
}

/** By the first segment that differs in kind. */
function compareSegments(left: readonly Segment[], right: readonly Segment[]): number {
  for (const [index, { kind }] of left.entries()) {
    const other = right[index]?.kind;
    if (other !== undefined && other !== kind) return RANKS.indexOf(kind) - RANKS.indexOf(other);
  }
  return 0;
}

/** Slashes before the path and behind it do not count; those inside do. */
function splitPath(path: string): readonly string[] {
  const inner = path.replace(/^\/+|\/$/g, '');
  return inner === '' ? [] : inner.split('/');
}

function matchPath(
  wanted: readonly Segment[],
  given: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const isGreedy = wanted.at(-1)?.kind === 'greedy';
  if (isGreedy ? given.length < wanted.length : given.length !== wanted.length) return undefined;
  const variables: Record<string, string> = {};
  for (const [index, { kind, name }] of wanted.entries()) {
    const text = given[index]!;
    if (kind === 'literal' && text !== name && decodePart(text) !== name) return undefined;
    if (kind === 'variable') {
      if (text === '') return undefined;
      variables[name] = text;
    }
    if (kind === 'greedy') variables[name] = given.slice(index).join('/');
  }
  return variables;
}
