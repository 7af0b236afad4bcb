import type { CompiledGateway } from '../../compile-gateway.js';
import type { Change } from '../../diff/change.js';
import { RISKS } from '../../diff/change-kinds.js';
import type { ComparedGateway } from '../../diff/compared-gateway.js';
import { compareDocuments } from '../../diff/compare-documents.js';
import { compareGuardsOfRoutes } from '../../diff/security/compare-guards-of-routes.js';
import { readRoutes } from '../../diff/routes/read-routes.js';
import { shapeOf } from '../../diff/routes/shape-of.js';
import type { OpenApiDocument } from '../../openapi/openapi.js';
import { compareContracts } from './contract/compare-contracts.js';
import type { Base } from './list-bases.js';
import { renderCurrent } from './render-current.js';

/** A document of the base, and what it says. */
export interface ReadBase extends Base {
  readonly document: OpenApiDocument;
}

/** What changed since the private and the public document of the base, the worst first. */
export async function compareWithBases(
  bases: readonly ReadBase[],
  compiled: CompiledGateway,
  { gateway, vars }: { readonly gateway: ComparedGateway; readonly vars: ReadonlyMap<string, string> },
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  const routes = new Set<string>();
  let hasPrivate = false;
  for (const { role, file, document: base } of bases) {
    const now = await renderCurrent(compiled, role, { base: file.text, vars });
    if (role !== 'public') {
      hasPrivate = true;
      changes.push(...compareDocuments(base, now, gateway));
      for (const name of [...listRoutes(base), ...listRoutes(now)]) routes.add(name);
      continue;
    }
    const knows = (method: string, path: string): boolean =>
      ['ANY', method].some((one) => routes.has(`${one} ${shapeOf(path)}`));
    changes.push(
      ...(await compareContracts(base, now, knows)),
      // The private document says more about it.
      ...(hasPrivate ? [] : compareGuardsOfRoutes(base, now)),
    );
  }
  return changes.toSorted((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk));
}

/** By verb and shape. A public document has no sign for a variable that takes every path below. */
function listRoutes(document: OpenApiDocument): readonly string[] {
  return [...readRoutes(document).values()].map(
    ({ method, shape }) => `${method} ${shape.replaceAll('{+}', '{}')}`,
  );
}
