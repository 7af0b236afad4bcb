import { formatDeployValue, isDeployValue } from '../../../values/deploy-value.js';
import { isDeployMap, type DeployTree } from '../../../values/deploy-tree.js';

/**
 * Bytes of a tree as `apigen` writes it: JSON in UTF-8 with an indent of two spaces, placeholders as they are written.
 * They are counted without a text being made: a definition may be megabytes long.
 */
export function measureFile(tree: DeployTree): number {
  return measure(tree, 2, 0, new Map());
}

/** Bytes of a tree as API Gateway keeps it: JSON in UTF-8 without spaces. */
export function measureJson(tree: DeployTree): number {
  return measure(tree, 0, 0, new Map());
}

/** Where operations are in a document: one preflight stands at many paths, and is measured once. */
const OPERATION_DEPTH = 3;

type Known = Map<DeployTree, number>;

function measure(tree: DeployTree, indent: number, depth: number, known: Known): number {
  if (depth !== OPERATION_DEPTH) return measureInside(tree, indent, depth, known);
  const size = known.get(tree) ?? measureInside(tree, indent, depth, known);
  known.set(tree, size);
  return size;
}

function measureInside(tree: DeployTree, indent: number, depth: number, known: Known): number {
  if (typeof tree === 'string') return measureString(tree);
  if (typeof tree === 'boolean') return tree ? 4 : 5;
  if (typeof tree !== 'object' || tree === null) return JSON.stringify(tree ?? null).length;
  if (isDeployValue(tree)) return measureString(formatDeployValue(tree));
  const colon = indent === 0 ? 1 : 2;
  let size = 0;
  let count = 0;
  if (Array.isArray(tree)) {
    for (const item of tree) size += measure(item, indent, depth + 1, known);
    count = tree.length;
  } else if (isDeployMap(tree)) {
    for (const [key, value] of tree['@deployMap']) {
      size += measureString(formatDeployValue(key)) + colon + measure(value, indent, depth + 1, known);
    }
    count = tree['@deployMap'].length;
  } else {
    const members = tree as Readonly<Record<string, DeployTree>>;
    for (const key in members) {
      const value = members[key];
      if (value === undefined) continue;
      size += measureString(key) + colon + measure(value, indent, depth + 1, known);
      count += 1;
    }
  }
  if (count === 0) return BRACKETS;
  if (indent === 0) return BRACKETS + size + (count - 1);
  // Each on a line of its own, all but the last with a comma behind it; and the closing bracket's line.
  return BRACKETS + size + count * (1 + indent * (depth + 1)) + (count - 1) + 1 + indent * depth;
}

const BRACKETS = 2;

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
