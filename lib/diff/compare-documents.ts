import type { OpenApiDocument } from '../openapi/openapi.js';
import type { Change, ChangePlace, Found } from './change.js';
import type { ComparedGateway } from './compared-gateway.js';
import { compareCors } from './cors/compare-cors.js';
import { nameOriginLists } from './cors/name-origin-lists.js';
import { createChange } from './create-change.js';
import { comparePlaceholders } from './placeholders/compare-placeholders.js';
import { readSubstitutions } from './placeholders/read-substitutions.js';
import { compareRoutes } from './routes/compare-routes.js';
import { readRoutes } from './routes/read-routes.js';
import { compareAuthorizers, findRenamedAuthorizers } from './security/compare-authorizers.js';
import { readGuards } from './security/compare-guards.js';
import { renameAuthorizers } from './security/rename-authorizers.js';
import { compareSettings } from './settings/compare-settings.js';
import { sortByRisk } from './sort-by-risk.js';

/**
 * What changed between two private documents of one gateway, by risk. Both are as written for the same template, so that
 * equal values are equal text. The order of members and the names of models do not count as changes.
 */
export function compareDocuments(
  givenBase: OpenApiDocument,
  givenNow: OpenApiDocument,
  gateway: ComparedGateway,
): readonly Change[] {
  const [base, now] = [givenBase, givenNow].map((one) => nameOriginLists(readSubstitutions(one))) as [
    OpenApiDocument,
    OpenApiDocument,
  ];
  const { base: filled, changes: ofPlaceholders } = comparePlaceholders(base, now);
  const renamed = findRenamedAuthorizers(filled, now);
  const named = renameAuthorizers(filled, renamed);
  const changes = [
    ...compareRoutes(named.document, now, gateway),
    ...compareCors(named.document, now),
    ...named.found.map((found) => createChange(found, {})),
    ...compareAuthorizers(named.document, now).map(({ authorizer, ...found }) =>
      createChange(found, placeOfAuthorizer(authorizer, now)),
    ),
    ...compareSettings(named.document, now).map((found: Found) => createChange(found, {})),
    ...ofPlaceholders,
  ];
  return sortByRisk(changes);
}

/** The first route that the authorizer guards. */
function placeOfAuthorizer(name: string, document: OpenApiDocument): ChangePlace {
  for (const { method, path, operation } of readRoutes(document).values()) {
    if (readGuards(operation, document).authorizers.has(name)) return { method, path };
  }
  return {};
}
