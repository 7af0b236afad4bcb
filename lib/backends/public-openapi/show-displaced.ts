import { mergeOperations } from '../../openapi/merge-operations.js';
import { createSchemaLookup } from '../../openapi/find-referenced.js';
import type { OperationReference } from '../../model/app-source.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import { handlersOf } from '../../model/documents/view-route.js';
import { isObject, type JsonObject, type OpenApiDocument } from '../../openapi/openapi.js';

/**
 * Nest's document has one operation for a verb and path: that of the last handler, where the application chooses among
 * several by a version or a host. The public document shows there what all of them take.
 *
 * @param removed operations, as `verb path`, that the public document does not show. Those that show another handler
 * in their place are taken out of it.
 */
export function showDisplaced(
  document: OpenApiDocument,
  removed: ReadonlySet<string>,
  model: GatewayModel,
): { readonly document: OpenApiDocument; readonly removed: ReadonlySet<string> } {
  const displaced = new Map<string, OperationReference[]>();
  for (const { operations } of [
    ...model.routes.flatMap(handlersOf),
    ...model.excluded.filter(({ keepInPublic }) => keepInPublic),
  ]) {
    for (const reference of operations) {
      if (reference.displacedFrom === undefined) continue;
      const id = `${reference.method} ${reference.displacedFrom}`;
      displaced.set(id, [...(displaced.get(id) ?? []), reference]);
    }
  }
  if (displaced.size === 0) return { document, removed };
  const lookup = createSchemaLookup([document, model.hidden]);
  const paths: Record<string, JsonObject> = { ...document.paths };
  for (const [id, [first, ...others]] of displaced) {
    const { method, displacedFrom: path } = first!;
    const own = removed.has(id) ? undefined : paths[path!]?.[method];
    const operations = [
      own,
      ...[first!, ...others].map((one) => model.hidden?.paths[one.path]?.[one.method]),
    ];
    const merged = mergeOperations(operations.filter(isObject), {
      lookup,
      security: document['security'],
      requires: (parameter) => parameter['required'] === true,
    });
    paths[path!] = { ...paths[path!], [method]: merged };
  }
  return {
    document: { ...document, paths },
    removed: new Set([...removed].filter((id) => !displaced.has(id))),
  };
}
