import type { CompiledGateway } from '../../compile-gateway.js';
import type { Change } from '../../diff/change.js';
import { sortByRisk } from '../../diff/sort-by-risk.js';
import type { AwsGatewayId } from '../../aws-gateway.options.js';
import { compareDocuments } from '../../diff/compare-documents.js';
import { compareKong } from '../../diff/kong/compare-kong.js';
import { readKongRoutes } from '../../diff/kong/read-kong-routes.js';
import { compareSizes } from '../../diff/size/compare-sizes.js';
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

/** How the documents of a gateway are compared. */
interface Form {
  readonly compare: (base: OpenApiDocument, now: OpenApiDocument) => readonly Change[];
  readonly readRoutes: (
    document: OpenApiDocument,
  ) => ReadonlyMap<string, { readonly method: string; readonly shape: string }>;
}

const FORMS: Readonly<Record<AwsGatewayId, Form>> = {
  'rest-api': { compare: (base, now) => compareDocuments(base, now, 'rest-api'), readRoutes },
  'http-api': { compare: (base, now) => compareDocuments(base, now, 'http-api'), readRoutes },
  kong: { compare: compareKong, readRoutes: readKongRoutes },
};

/** What changed since the private and the public document of the base, the worst first. */
export async function compareWithBases(
  bases: readonly ReadBase[],
  compiled: CompiledGateway,
  { gateway, vars }: { readonly gateway: AwsGatewayId; readonly vars: ReadonlyMap<string, string> },
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  const routes = new Set<string>();
  let hasPrivate = false;
  for (const { role, file, document: base } of bases) {
    const now = await renderCurrent(compiled, role, { base: file.text, vars });
    if (role !== 'public') {
      hasPrivate = true;
      changes.push(
        ...FORMS[gateway].compare(base, now),
        ...compareSizes(base, now, compiled.gatewayOutput.limits),
      );
      for (const name of [base, now].flatMap((one) => listRoutes(one, gateway))) routes.add(name);
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
  return sortByRisk(changes);
}

/** By verb and shape. A public document has no sign for a variable that takes every path below. */
function listRoutes(document: OpenApiDocument, gateway: AwsGatewayId): readonly string[] {
  return [...FORMS[gateway].readRoutes(document).values()].map(
    ({ method, shape }) => `${method} ${shape.replaceAll('{+}', '{}')}`,
  );
}
