import {
  formatDeployValue,
  formatPart,
  isDeployValue,
  isOriginPlace,
  isPlaceholder,
  listOfItems,
} from './deploy-value.js';
import { isDeployMap, listPlaceholders, type DeployMembers, type DeployTree } from './deploy-tree.js';

/** What a placeholder is called in a CloudFormation template, whose names are letters and digits. */
export type CloudFormationNames = ReadonlyMap<string, string>;

/** Facts of the stack itself, which the IAM policy has as placeholders. */
const PSEUDO_PARAMETERS: Readonly<Record<string, string>> = {
  partition: 'AWS::Partition',
  region: 'AWS::Region',
  account_id: 'AWS::AccountId',
};

/**
 * The parameter of each placeholder: `get_user_arn` is `GetUserArn`. Two of one name get a number.
 *
 * @param isPolicy `partition`, `region` and `account_id` are those of the stack
 */
export function nameParameters(tree: DeployTree, isPolicy = false): CloudFormationNames {
  const taken = new Set(['Dollar']);
  return new Map(
    listPlaceholders(tree).map((placeholder): [string, string] => {
      const pseudo = isPolicy ? PSEUDO_PARAMETERS[placeholder] : undefined;
      if (pseudo !== undefined) return [placeholder, pseudo];
      const base = placeholder
        .split('_')
        .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
        .join('');
      // A logical name starts with a letter.
      const name = /^[A-Za-z]/.test(base) ? base : `Value${base}`;
      let free = name;
      for (let number = 2; taken.has(free); number += 1) free = `${name}${number}`;
      taken.add(free);
      return [placeholder, free];
    }),
  );
}

/**
 * Writes for a CloudFormation template: a string with placeholders is an `Fn::Sub`, whose variables are parameters or
 * pseudo parameters. Every other `${` comes out as it stands. Keys cannot have variables: see `listUnsubstituted`.
 *
 * "Fn::Sub" in the CloudFormation template reference
 */
export function writeCloudFormation(
  tree: DeployTree | undefined,
  names: CloudFormationNames,
  values: ReadonlyMap<string, string>,
): unknown {
  const write = (one: DeployTree | undefined): unknown => {
    if (typeof one === 'string') return substituteText(one);
    if (typeof one !== 'object' || one === null) return one;
    if (Array.isArray(one)) {
      // A parameter of the type `CommaDelimitedList`.
      const list = listOfItems(one[0]);
      return list ? { Ref: names.get(list.placeholder) } : one.map(write);
    }
    if (isDeployValue(one)) {
      const filled = one['@deploy'].map((part) =>
        isPlaceholder(part) ? (values.get(part.placeholder) ?? part) : formatPart(part),
      );
      if (filled.every((part) => typeof part === 'string')) return substituteText(filled.join(''));
      return substitute(
        filled
          .map((part) => (typeof part === 'string' ? escape(part) : `\${${names.get(part.placeholder)}}`))
          .join(''),
      );
    }
    const entries = isDeployMap(one)
      ? one['@deployMap'].map(([key, value]): [string, unknown] => [formatDeployValue(key), write(value)])
      : Object.entries(one as DeployMembers)
          .filter(([, value]) => value !== undefined)
          .map(([key, value]): [string, unknown] => [key, write(value)]);
    return Object.fromEntries(entries);
  };
  return write(tree);
}

/** Placeholders that CloudFormation cannot fill in: in the key of an object, and those of a list of origins in text. */
export function listUnsubstituted(tree: DeployTree): readonly string[] {
  const names = new Set<string>();
  const visit = (one: unknown, isKey: boolean): void => {
    if (typeof one !== 'object' || one === null || listOfItems(one)) return;
    if (isDeployValue(one)) {
      for (const part of one['@deploy']) {
        if (isPlaceholder(part) && (isKey || isOriginPlace(part.within))) names.add(part.placeholder);
      }
    } else if (isDeployMap(one)) {
      for (const [key, value] of one['@deployMap']) {
        visit(key, true);
        visit(value, false);
      }
    } else for (const value of Object.values(one)) visit(value, false);
  };
  visit(tree, false);
  return [...names].toSorted();
}

/** `${name}` as text is `${!name}`. CloudFormation fills in its own `${AWS::Region}` as API Gateway would. */
function escape(text: string): string {
  return text.replace(/\$\{(?:(AWS::(?:Region|Partition|AccountId))\}|([^${}!]*)\})?/g, (_, own, name) => {
    if (own !== undefined) return `\${${String(own)}}`;
    return name === undefined || name === ''
      ? '${Dollar}{' + (name === '' ? '}' : '')
      : `\${!${String(name)}}`;
  });
}

/** Only a text with a fact of the stack has something to fill in. */
function substituteText(text: string): unknown {
  return /\$\{AWS::(?:Region|Partition|AccountId)\}/.test(text) ? substitute(escape(text)) : text;
}

function substitute(text: string): unknown {
  if (!text.includes('${')) return text;
  return { 'Fn::Sub': text.includes('${Dollar}') ? [text, { Dollar: '$' }] : text };
}
