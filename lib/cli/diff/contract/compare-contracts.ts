import type { Change } from '../../../diff/change.js';
import { createChange } from '../../../diff/create-change.js';
import { findAffected } from '../../../diff/contract/find-affected.js';
import { describeContractChange } from '../../../diff/contract/describe-contract-change.js';
import type { OpenApiDocument } from '../../../openapi/openapi.js';
import { compareWithLibrary } from './compare-with-library.js';

/**
 * What callers and generated clients notice between two public documents.
 *
 * @param knows whether the comparison of the private documents reports that a route came or went
 */
export async function compareContracts(
  base: OpenApiDocument,
  now: OpenApiDocument,
  knows: (method: string, path: string) => boolean,
): Promise<readonly Change[]> {
  const paths = findAffected(base, now);
  if (paths.size === 0) return [];
  const pick = (document: OpenApiDocument): OpenApiDocument => ({
    openapi: document.openapi ?? '3.0.0',
    paths: Object.fromEntries(Object.entries(document.paths).filter(([path]) => paths.has(path))),
    ...(document.components ? { components: document.components } : {}),
  });
  const differences = await compareWithLibrary(pick(base), pick(now));
  const described = differences.flatMap((difference) => describeContractChange(difference) ?? []);
  // What is required is also added.
  const required = new Set(described.flatMap(({ replaces }) => replaces ?? []));
  return described
    .filter(({ key, at, isWhole }) => !required.has(key) && !(isWhole && knows(at.method, at.path)))
    .map(({ found, at }) => createChange(found, at));
}
