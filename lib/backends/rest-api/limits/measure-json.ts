import { formatDeployValue, isDeployValue } from '../../../values/deploy-value.js';
import { isDeployMap, type DeployTree } from '../../../values/deploy-tree.js';

/**
 * Bytes of a tree as `apigen` writes it: JSON in UTF-8 with an indent of two spaces, placeholders as they are written.
 * They are counted without a text being made: a definition may be megabytes long.
 */
export function measureJson(tree: DeployTree, depth = 0): number {
  if (typeof tree === 'string') return measureString(tree);
  if (typeof tree !== 'object' || tree === null) return JSON.stringify(tree ?? null).length;
  if (isDeployValue(tree)) return measureString(formatDeployValue(tree));
  let size = 0;
  let count = 0;
  if (Array.isArray(tree)) {
    for (const item of tree) size += measureJson(item, depth + 1);
    count = tree.length;
  } else if (isDeployMap(tree)) {
    for (const [key, value] of tree['@deployMap']) {
      size += measureString(formatDeployValue(key)) + COLON + measureJson(value, depth + 1);
    }
    count = tree['@deployMap'].length;
  } else {
    const members = tree as Readonly<Record<string, DeployTree>>;
    for (const key of Object.keys(members)) {
      const value = members[key];
      if (value === undefined) continue;
      size += measureString(key) + COLON + measureJson(value, depth + 1);
      count += 1;
    }
  }
  if (count === 0) return BRACKETS;
  // Each on a line of its own, all but the last with a comma behind it; and the closing bracket's line.
  return BRACKETS + size + count * (1 + INDENT * (depth + 1)) + (count - 1) + 1 + INDENT * depth;
}

const INDENT = 2;
const BRACKETS = 2;
/** `: ` */
const COLON = 2;

const encoder = new TextEncoder();

/** Bytes of a text in UTF-8. */
export function measureText(text: string): number {
  return ASCII.test(text) ? text.length : encoder.encode(text).length;
}

function measureString(text: string): number {
  return PLAIN.test(text) ? text.length + 2 : measureText(JSON.stringify(text));
}

const ASCII = /^[\0-\x7f]*$/;
/** What JSON writes as it is, a byte each. */
const PLAIN = /^[ !#-[\]-\x7e]*$/;
