import { isObject, type Json, type JsonObject } from '../../openapi/openapi.js';
import type { Found } from '../change.js';
import { compareMembers, type MemberCheck } from '../compare-members.js';
import { describeDifference } from '../describe-difference.js';
import { showValue } from '../show-value.js';

/** The parameters that an operation declares, by their name and place. */
export function compareParameters(
  base: Json | undefined,
  now: Json | undefined,
  note: MemberCheck,
): readonly Found[] {
  const kind = 'parameter-changed';
  return compareMembers(byName(base), byName(now), {}, (key, was, is) => {
    const [place, name] = splitKey(key);
    const label = `the ${place} parameter ${showValue(name)}`;
    if (!isObject(was))
      return [{ kind, message: `${label} is added${isRequired(is) ? ', and required' : ''}` }];
    if (!isObject(is)) return [{ kind, message: `${label} is removed` }];
    return compareMembers(
      was,
      is,
      {
        description: note,
        required: () => [
          { kind, message: `${label} is ${isRequired(is) ? 'required now' : 'no longer required'}` },
        ],
      },
      (member, a, b) => [{ kind, message: `${label}: \`${member}\` ${describeDifference(a, b)}` }],
    );
  });
}

function isRequired(parameter: Json | undefined): boolean {
  return isObject(parameter) && parameter['required'] === true;
}

function byName(parameters: Json | undefined): JsonObject {
  const list = (Array.isArray(parameters) ? parameters : []).filter(isObject);
  return Object.fromEntries(list.map((one) => [`${String(one['in'])} ${String(one['name'])}`, one]));
}

function splitKey(key: string): readonly [place: string, name: string] {
  const end = key.indexOf(' ');
  return [key.slice(0, end), key.slice(end + 1)];
}
