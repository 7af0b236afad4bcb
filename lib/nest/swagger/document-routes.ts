import type { INestApplication, Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import type { OpenAPIObject, SwaggerDocumentOptions } from '@nestjs/swagger';
import { keepSparse } from '../../openapi/keep-sparse.js';
import type { CreateDocument } from './hook-swagger.js';
import { handlerKey, type NestRoute, type NestRoutes } from '../routes/read-routes.js';
import { SWAGGER_KEYS } from '../swagger-keys.js';
import { viewApplication, type HandlerMetadata } from './view-application.js';

/** Where an operation stands in a document. */
export interface OperationKey {
  readonly path: string;
  readonly method: string;
}

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

export interface DocumentRequest {
  readonly app: INestApplication;
  readonly config: Omit<OpenAPIObject, 'paths'>;
  readonly options: SwaggerDocumentOptions;
  readonly create: CreateDocument;
  /** The module's own `transformDocument`. */
  readonly transform: (document: OpenAPIObject) => OpenAPIObject;
  readonly readablePaths: NestRoutes['readablePaths'];
  readonly routes: readonly NestRoute[];
  /** What Nest sees of handlers and controllers instead of what they are. */
  readonly handler?: (controller: Type, name: string) => HandlerMetadata | undefined;
  readonly controller?: HandlerMetadata;
  readonly omits?: (controller: Type) => boolean;
  /** Whether an operation that the application's `transformDocument` removes stays. */
  readonly keepsLost?: boolean;
}

/**
 * An extension that every operation carries while the document is made. A path may be written in more than one way and
 * renamed, and an `operationId` may be anything: neither tells which handler an operation describes.
 */
const MARK = 'x-nestjs-aws-gateway-route';

type Operation = Readonly<Record<string, unknown>>;
type Paths = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

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

/** The application, each handler with a mark of its own, and without the paths that Nest cannot describe. */
function viewMarked({
  app,
  routes,
  readablePaths,
  handler = () => undefined,
  controller = {},
  omits = () => false,
}: DocumentRequest): INestApplication {
  const known = new Set(routes.map(handlerKey));
  return viewApplication(app, {
    controller,
    omits,
    handler: (ofController, name) => {
      const original = (ofController.prototype as Readonly<Record<string, object>>)[name]!;
      const key = handlerKey({ controller: ofController, handlerName: name });
      const readable = readablePaths.get(key);
      const isWebhook = Reflect.getMetadata(SWAGGER_KEYS.webhook, original) !== undefined;
      if (!known.has(key) && !readable && !isWebhook) return handler(ofController, name);
      const { [SWAGGER_KEYS.extension]: extension, ...rest } = handler(ofController, name) ?? {};
      return {
        ...(readable?.length === 0 ? { [SWAGGER_KEYS.excludeEndpoint]: { disable: true } } : {}),
        ...(readable ? { [PATH_METADATA]: readable } : {}),
        ...rest,
        [SWAGGER_KEYS.extension]: {
          ...(Reflect.getMetadata(SWAGGER_KEYS.extension, original) as object | undefined),
          ...(extension as object | undefined),
          [MARK]: key,
        },
      };
    },
  });
}

interface Claim extends OperationKey {
  readonly route: NestRoute;
}

/** Which route of its handler each operation describes, with which the operation, which nobody has seen yet, is marked. */
function claimOperations(
  paths: Paths,
  routes: readonly NestRoute[],
): { readonly paths: Paths; readonly claims: readonly Claim[] } {
  const ofHandlers = new Map<unknown, NestRoute[]>();
  for (const route of routes) {
    const key = handlerKey(route);
    ofHandlers.set(key, [...(ofHandlers.get(key) ?? []), route]);
  }
  const claims: Claim[] = [];
  const numbers = new Map(routes.map((route, index) => [route, String(index)]));
  visitOperations(paths, (operation, { path, method }) => {
    const candidates = (ofHandlers.get(operation[MARK]) ?? []).filter(
      (route) => route.method === method || route.method === 'all',
    );
    // A path that is written in yet another way belongs to the only route that it can.
    const route =
      candidates.find(({ documentPaths }) => documentPaths.includes(path)) ??
      (candidates.length === 1 ? candidates[0] : undefined);
    if (!route) return;
    claims.push({ route, path, method });
    (operation as Record<string, unknown>)[MARK] = numbers.get(route);
  });
  return nameGroups(paths, claims);
}

/** Nest writes an optional part inside another as `{undefined}`: such an operation stands under its whole path. */
function nameGroups(
  paths: Paths,
  claims: readonly Claim[],
): { readonly paths: Paths; readonly claims: readonly Claim[] } {
  const renamed = new Map(
    claims.flatMap(({ route: { documentPaths }, path }): [string, string][] =>
      path.includes('{undefined}') && documentPaths[0] !== path && !Object.hasOwn(paths, documentPaths[0]!)
        ? [[path, documentPaths[0]!]]
        : [],
    ),
  );
  if (renamed.size === 0) return { paths, claims };
  return {
    paths: Object.fromEntries(Object.entries(paths).map(([path, item]) => [renamed.get(path) ?? path, item])),
    claims: claims.map((claim) => ({ ...claim, path: renamed.get(claim.path) ?? claim.path })),
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

function withoutMark(operation: Operation): Operation {
  if (!Object.hasOwn(operation, MARK)) return operation;
  const { [MARK]: _, ...rest } = operation;
  const { responses } = rest;
  return isRecord(responses) ? { ...rest, responses: keepSparse(Object.entries(responses)) } : rest;
}

const VERBS: ReadonlySet<string> = new Set([
  'get',
  'post',
  'put',
  'delete',
  'patch',
  'options',
  'head',
  'trace',
  'search',
  'query',
]);

/** Nest documents verbs that OpenAPI does not know, such as `propfind`. */
function isOperation(member: unknown, method: string): member is Operation {
  return isRecord(member) && (VERBS.has(method) || Object.hasOwn(member, MARK));
}

function visitOperations(paths: Paths, visit: (operation: Operation, key: OperationKey) => void): void {
  for (const [path, item] of Object.entries(paths)) {
    if (!isRecord(item)) continue;
    for (const [method, member] of Object.entries(item)) {
      if (isOperation(member, method)) visit(member, { path, method });
    }
  }
}

function mapOperations(
  paths: Paths,
  change: (operation: Operation, key: OperationKey) => Operation,
): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path,
      isRecord(item)
        ? Object.fromEntries(
            Object.entries(item).map(([method, member]) => [
              method,
              isOperation(member, method) ? change(member, { path, method }) : member,
            ]),
          )
        : item,
    ]),
  );
}

function pathsOf({ paths }: OpenAPIObject): Paths {
  return isRecord(paths) ? (paths as Paths) : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
