import type { Node } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { CannotRun } from '../../process/cannot-run.js';
import type { Attribute, Block, Body, Expression, HclPlace } from './expression.js';
import type { HclParser } from './parse-hcl.js';

/** How many labels each block has, in which objects are nested. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  module: 1,
  variable: 1,
  output: 1,
  provider: 1,
  locals: 0,
  terraform: 0,
};

/**
 * Reads Terraform's configuration in JSON. JSON is YAML, whose parser knows the place of every value.
 *
 * @throws CannotRun for text that is not JSON
 * @see https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function readJsonBody(text: string, file: string, parser: HclParser): Body {
  try {
    JSON.parse(text);
  } catch (error) {
    throw new CannotRun(`${file}: this is not JSON: ${(error as Error).message}`);
  }
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines, keepSourceTokens: false });
  const placeOf = (node: unknown): HclPlace => {
    const offset = (node as Node | null)?.range?.[0] ?? 0;
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };

  function readValue(node: unknown): Expression {
    const at = placeOf(node);
    if (isMap(node)) {
      return {
        kind: 'object',
        members: node.items.map(({ key, value }) => ({ key: readValue(key), value: readValue(value) })),
        at,
      };
    }
    if (isSeq(node)) return { kind: 'list', items: node.items.map(readValue), at };
    if (isAlias(node) || !isScalar(node)) return { kind: 'literal', value: null, at };
    const { value } = node;
    if (typeof value === 'string') return parser.parseString(value, at);
    return {
      kind: 'literal',
      value: typeof value === 'number' || typeof value === 'boolean' ? value : null,
      at,
    };
  }

  /** A member may be an attribute or a block: both are kept, and who reads it chooses. */
  function readMembers(node: unknown): Body {
    const attributes = new Map<string, Attribute>();
    const blocks: Block[] = [];
    for (const { name, key, value } of membersOf(node)) {
      const at = placeOf(key);
      attributes.set(name, { name, value: readValue(value), at });
      for (const one of isSeq(value) ? value.items : [value]) {
        if (isMap(one)) blocks.push({ type: name, labels: [], body: readMembers(one), at });
      }
    }
    return { attributes, blocks };
  }

  function readBlocks(
    type: string,
    node: unknown,
    labels: readonly string[],
    at: HclPlace,
  ): readonly Block[] {
    if (isSeq(node)) return node.items.flatMap((item) => readBlocks(type, item, labels, at));
    if (labels.length === (LABELS[type] ?? 0)) return [{ type, labels, body: readMembers(node), at }];
    return membersOf(node).flatMap(({ name, key, value }) =>
      readBlocks(type, value, [...labels, name], placeOf(key)),
    );
  }

  return {
    attributes: readVariables(contents),
    blocks: membersOf(contents).flatMap(({ name, key, value }) => readBlocks(name, value, [], placeOf(key))),
  };

  /** Of a file of variables. */
  function readVariables(node: unknown): ReadonlyMap<string, Attribute> {
    if (!file.endsWith('.tfvars.json')) return new Map();
    return readMembers(node).attributes;
  }
}

function membersOf(
  node: unknown,
): readonly { readonly name: string; readonly key: unknown; readonly value: unknown }[] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) =>
    isScalar(key) && key.value !== '//' ? [{ name: String(key.value), key, value }] : [],
  );
}
