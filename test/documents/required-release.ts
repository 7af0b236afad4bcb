import { compareDocuments } from '../../lib/diff/compare-documents.js';
import type { OpenApiDocument } from '../../lib/openapi/openapi.js';

export type Release = 'patch' | 'minor' | 'major';

/** The documents that one version of the library writes of an application. */
export interface Documents {
  readonly public: string;
  readonly private: string;
}

/** The policy of CONTRIBUTING: a changed meaning is a major release, a changed byte a minor one. */
export function requiredRelease(before: Documents, after: Documents): Release {
  const [base, now] = [before, after].map(({ private: text }) => JSON.parse(text) as OpenApiDocument);
  if (compareDocuments(base!, now!, 'rest-api').some(({ risk }) => risk !== 'cosmetic')) return 'major';
  if (losesOperations(before.public, after.public)) return 'major';
  return before.public === after.public && before.private === after.private ? 'patch' : 'minor';
}

/** The release that led from one version to the next. Before 1.0.0 a minor release may change everything. */
export function releaseBetween(older: string, newer: string): Release {
  const [[major, minor], [nextMajor, nextMinor]] = [older, newer].map((version) =>
    version.split('.').map(Number),
  ) as [number[], number[]];
  if (nextMajor !== major) return 'major';
  if (nextMinor === minor) return 'patch';
  return major === 0 ? 'major' : 'minor';
}

const RELEASES: readonly Release[] = ['patch', 'minor', 'major'];

export const isEnough = (made: Release, required: Release): boolean =>
  RELEASES.indexOf(made) >= RELEASES.indexOf(required);

/** Clients are generated from the public document: their methods are its operations. */
function losesOperations(before: string, after: string): boolean {
  const [old, kept] = [before, after].map((text) => new Set(text.match(/"operationId": "[^"]+"/g)));
  return [...old!].some((operation) => !kept!.has(operation));
}
