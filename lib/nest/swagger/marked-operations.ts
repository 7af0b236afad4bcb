import { keepSparse } from '../../openapi/keep-sparse.js';

/** Where an operation stands in a document. */
export interface OperationKey {
  readonly path: string;
  readonly method: string;
}

/**
 * An extension that every operation carries while the document is made. A path may be written in more than one way and
 * renamed, and an `operationId` may be anything: neither tells which handler an operation describes.
 */
export const MARK = 'x-nestjs-aws-gateway-route';

export type Operation = Readonly<Record<string, unknown>>;
export type Paths = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

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

export function visitOperations(
  paths: Paths,
  visit: (operation: Operation, key: OperationKey) => void,
): void {
  for (const [path, item] of Object.entries(paths)) {
    if (!isRecord(item)) continue;
    for (const [method, member] of Object.entries(item)) {
      if (isOperation(member, method)) visit(member, { path, method });
    }
  }
}

export function mapOperations(
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

export function withoutMark(operation: Operation): Operation {
  if (!Object.hasOwn(operation, MARK)) return operation;
  const { [MARK]: _, ...rest } = operation;
  const { responses } = rest;
  return isRecord(responses) ? { ...rest, responses: keepSparse(Object.entries(responses)) } : rest;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
