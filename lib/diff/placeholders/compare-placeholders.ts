import type { OpenApiDocument } from '../../openapi/openapi.js';
import type { Change, Found } from '../change.js';
import { createChange } from '../create-change.js';
import { showValue } from '../show-value.js';
import { compareNames } from './compare-names.js';
import { findPlaceholders, placeholderPattern, type PlaceholderUse } from './find-placeholders.js';

/** The base with the current names of its placeholders, and what became of them. */
export interface ComparedPlaceholders {
  readonly base: OpenApiDocument;
  readonly changes: readonly Change[];
}

/** The placeholders that deployment fills in. One that stands where another stood is renamed: one change, wherever it stands. */
export function comparePlaceholders(base: OpenApiDocument, now: OpenApiDocument): ComparedPlaceholders {
  const [was, is] = [findPlaceholders(base), findPlaceholders(now)];
  const { renamed, added, removed } = compareNames(placesOf(was), placesOf(is));
  return {
    base: renamed.size > 0 ? rename(base, renamed) : base,
    changes: [
      ...[...renamed].map(([name, other]) => {
        const message = `the placeholder ${show(name)} is now ${show(other)}: fill in the new name, or the deployment fails`;
        return createAt({ kind: 'placeholder-renamed', message }, is.get(other)!);
      }),
      ...added.map((name) => {
        const message = `the placeholder ${show(name)} is new: fill it in, or the deployment fails`;
        return createAt({ kind: 'placeholder-added', message }, is.get(name)!);
      }),
      ...removed.map((name) => {
        const message = `the placeholder ${show(name)} is no longer used`;
        return createChange({ kind: 'placeholder-removed', message }, {});
      }),
    ],
  };
}

function placesOf(placeholders: ReadonlyMap<string, readonly PlaceholderUse[]>): ReadonlyMap<string, string> {
  return new Map(
    [...placeholders].map(([name, uses]) => [
      name,
      uses.map(({ pointer, around }) => `${pointer}\n${around}`).join('\n'),
    ]),
  );
}

function rename(base: OpenApiDocument, names: ReadonlyMap<string, string>): OpenApiDocument {
  const text = JSON.stringify(base).replace(placeholderPattern(), (whole, name: string) => {
    const other = names.get(name);
    return other === undefined ? whole : `\${${other}}`;
  });
  return JSON.parse(text) as OpenApiDocument;
}

/** At the first route that uses it. */
function createAt(found: Found, [first]: readonly PlaceholderUse[]): Change {
  const change = createChange(found, first?.at ?? {});
  return first?.isOfAuthorizer ? { ...change, subject: 'authorizer' } : change;
}

function show(name: string): string {
  return showValue(`\${${name}}`);
}
