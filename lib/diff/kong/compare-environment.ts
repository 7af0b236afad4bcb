import type { JsonObject } from '../../openapi/openapi.js';
import type { Change, Found } from '../change.js';
import { createChange } from '../create-change.js';
import { compareNames } from '../placeholders/compare-names.js';
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
  const { renamed, added, removed } = compareNames(findVariables(base), findVariables(now));
  const text = JSON.stringify(base).replace(/\bDECK_\w+/g, (name) => renamed.get(name) ?? name);
  const found = [
    ...[...renamed].map(([name, other]): Found => ({
      kind: 'placeholder-renamed',
      message: `the variable ${showValue(name)} is now ${showValue(other)}: set the new name, or decK fails`,
    })),
    ...added.map((name): Found => ({
      kind: 'placeholder-added',
      message: `the variable ${showValue(name)} is new: set it, or decK fails`,
    })),
    ...removed.map((name): Found => ({
      kind: 'placeholder-removed',
      message: `the variable ${showValue(name)} is no longer used`,
    })),
  ];
  return { base: JSON.parse(text) as JsonObject, changes: found.map((one) => createChange(one, {})) };
}

/** The places of each, as text. */
function findVariables(document: JsonObject): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const visit = (value: unknown, place: string): void => {
    if (typeof value === 'string') {
      for (const [, name] of value.matchAll(VARIABLE)) {
        const around = value.replace(VARIABLE, (_, one: string) => (one === name ? '*' : ''));
        places.set(name!, `${places.get(name!) ?? ''}${place}\n${around}\n`);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) visit(member, `${place}/${key}`);
    }
  };
  visit(document, '');
  return places;
}
