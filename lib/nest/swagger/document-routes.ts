import type { OpenAPIObject } from '@nestjs/swagger';
import type { NestRoute } from '../routes/read-routes.js';
import { claimOperations, type Claim } from './claim-operations.js';
import type { DocumentRequest } from './document-request.js';
import {
  isRecord,
  mapOperations,
  MARK,
  withoutMark,
  type Operation,
  type OperationKey,
  type Paths,
} from './marked-operations.js';
import { viewMarked } from './view-marked.js';

export interface DocumentedRoutes {
  readonly document: OpenAPIObject;
  readonly operations: ReadonlyMap<NestRoute, readonly OperationKey[]>;
  /** Operations of which no handler is known. */
  readonly unmatched: readonly OperationKey[];
  /** Routes that Nest described, and whose operations the application's `transformDocument` removed. */
  readonly lost: ReadonlySet<NestRoute>;
  /** Verbs and paths, as `verb path`, that Nest described before `transformDocument`. */
  readonly claimed: ReadonlySet<string>;
}

/** Nest's document, and which route each of its operations describes. */
export function documentRoutes(request: DocumentRequest): DocumentedRoutes {
  const { config, options, create, transform, routes } = request;
  const marked = create(viewMarked(request), config, options);
  const { paths, claims } = claimOperations(pathsOf(marked), routes);
  const given = { ...marked, paths: paths as OpenAPIObject['paths'] };
  // One that changes the document in place may answer nothing.
  const transformed = (transform(given) as OpenAPIObject | undefined) ?? given;
  const matched = matchOperations(pathsOf(transformed), routes, claims);
  const lost = new Set(
    claims.filter(({ route }) => !matched.operations.has(route)).map(({ route }) => route),
  );
  const unmarked = stripMarks(transformed, matched.paths);
  const claimed = new Set(claims.map(({ method, path }) => `${method} ${path}`));
  if (!request.keepsLost || lost.size === 0) {
    const { operations, unmatched } = matched;
    return { document: unmarked, operations, unmatched, lost, claimed };
  }
  const restored: Record<string, Record<string, unknown>> = { ...matched.paths };
  const operations = new Map(matched.operations);
  for (const { route, path, method } of claims.filter((claim) => lost.has(claim.route))) {
    restored[path] = { ...restored[path], [method]: withoutMark(paths[path]![method] as Operation) };
    operations.set(route, [...(operations.get(route) ?? []), { path, method }]);
  }
  const schemas = { ...marked.components?.schemas, ...unmarked.components?.schemas };
  return {
    document: {
      ...unmarked,
      paths: restored as OpenAPIObject['paths'],
      components: { ...unmarked.components, schemas },
    },
    operations,
    unmatched: matched.unmatched,
    lost: new Set(),
    claimed,
  };
}

/** The operations of each route, by their marks, or where one was made anew, by its place. */
function matchOperations(
  paths: Paths,
  routes: readonly NestRoute[],
  claims: readonly Claim[],
): Pick<DocumentedRoutes, 'operations' | 'unmatched'> & { readonly paths: Paths } {
  const operations = new Map<NestRoute, OperationKey[]>();
  const add = (route: NestRoute, key: OperationKey): void => {
    operations.set(route, [...(operations.get(route) ?? []), key]);
  };
  const rest: OperationKey[] = [];
  const unmarked = mapOperations(paths, (operation, key) => {
    const mark = operation[MARK];
    const route = typeof mark === 'string' && /^\d+$/.test(mark) ? routes[Number(mark)] : undefined;
    if (route) add(route, key);
    // A webhook stands among the paths of OpenAPI 3.0, with the mark of a handler that has no route.
    else if (mark === undefined) rest.push(key);
    return withoutMark(operation);
  });
  const claimOf = new Map(claims.map((claim) => [`${claim.method} ${claim.path}`, claim]));
  const unmatched = rest.filter((key) => {
    const route = claimOf.get(`${key.method} ${key.path}`)?.route;
    if (!route || operations.get(route)?.some(({ method }) => method === key.method)) return true;
    add(route, key);
    return false;
  });
  return { operations, unmatched, paths: unmarked };
}

function stripMarks(document: OpenAPIObject, paths: Paths): OpenAPIObject {
  const { webhooks } = document as { readonly webhooks?: unknown };
  return {
    ...document,
    paths: paths as OpenAPIObject['paths'],
    ...(isRecord(webhooks) ? { webhooks: mapOperations(webhooks as Paths, withoutMark) as never } : {}),
  };
}

function pathsOf({ paths }: OpenAPIObject): Paths {
  return isRecord(paths) ? (paths as Paths) : {};
}
