import type { JsonObject } from '../../openapi/openapi.js';
import type { Change } from '../change.js';
import { createChange } from '../create-change.js';
import { showValue } from '../show-value.js';

/** `${{ env "DECK_NAME" }}`: decK fails without it. */
const VARIABLE = /\$\{\{ *env [`"](\w+)[`"] *\}\}/g;

export interface ComparedEnvironment {
  /** The base with the current names. */
  readonly base: JsonObject;
  readonly changes: readonly Change[];
}

/** The variables that decK fills in. One that stands wherever another stood is renamed. */
export function compareEnvironment(base: JsonObject, now: JsonObject): ComparedEnvironment {
  const [was, is] = [findVariables(base), findVariables(now)];
  const gone = [...was.keys()].filter((name) => !is.has(name));
  const fresh = [...is.keys()].filter((name) => !was.has(name));
  const renamed = new Map(
    gone.flatMap((name) => {
      const other = fresh.find((one) => was.get(name) === is.get(one));
      return other === undefined ? [] : [[name, other]];
    }),
  );
  const known = [...renamed.values()];
  const text = JSON.stringify(base).replace(/\bDECK_\w+/g, (name) => renamed.get(name) ?? name);
  return {
    base: JSON.parse(text) as JsonObject,
    changes: [
      ...[...renamed].map(([name, other]) =>
        createChange(
          {
            kind: 'placeholder-renamed',
            message: `the variable ${showValue(name)} is now ${showValue(other)}: set the new name, or decK fails`,
          },
          {},
        ),
      ),
      ...fresh
        .filter((name) => !known.includes(name))
        .map((name) =>
          createChange(
            {
              kind: 'placeholder-added',
              message: `the variable ${showValue(name)} is new: set it, or decK fails`,
            },
            {},
          ),
        ),
      ...gone
        .filter((name) => !renamed.has(name))
        .map((name) =>
          createChange(
            { kind: 'placeholder-removed', message: `the variable ${showValue(name)} is no longer used` },
            {},
          ),
        ),
    ],
  };
}

/** The places of each, as text. */
function findVariables(document: JsonObject): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const visit = (value: unknown, place: string): void => {
    if (typeof value === 'string') {
      for (const [, name] of value.matchAll(VARIABLE)) {
        places.set(name!, `${places.get(name!) ?? ''}${place}\n`);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) visit(member, `${place}/${key}`);
    }
  };
  visit(document, '');
  return places;
}
