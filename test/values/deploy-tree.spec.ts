import { describe, expect, it } from '@jest/globals';
import {
  deployMap,
  listPlaceholders,
  writeTree,
  type DeployTree,
  type TreeWriter,
} from '../../lib/values/deploy-tree.js';
import { joinDeployValue, parseDeployValue } from '../../lib/values/deploy-value.js';

const shout: TreeWriter = { text: (text) => text.toUpperCase(), placeholder: (name) => `<${name}>` };
const value = parseDeployValue('a${b}c');

describe('writeTree', () => {
  it('writes placeholders as they were written, and text as it is', () => {
    expect(writeTree({ a: value, b: '${text}', c: [1, null, true, value] })).toEqual({
      a: 'a${b}c',
      b: '${text}',
      c: [1, null, true, 'a${b}c'],
    });
  });

  it('gives every text to the writer, keys included', () => {
    expect(writeTree({ key: [value, 'x'] }, shout)).toEqual({ KEY: ['A<b>C', 'X'] });
  });

  it('leaves out what is undefined', () => {
    expect(writeTree({ a: undefined, b: null })).toEqual({ b: null });
  });

  it('writes deploy values as keys, sorted', () => {
    const tree = deployMap([
      [parseDeployValue('${z}'), 1],
      [parseDeployValue('a'), value],
    ]);
    expect(JSON.stringify(writeTree(tree))).toBe('{"${z}":1,"a":"a${b}c"}');
    expect(JSON.stringify(writeTree(tree, shout))).toBe('{"<z>":1,"A":"A<b>C"}');
  });

  it('keeps a key that an assignment would lose', () => {
    const tree = JSON.parse('{"__proto__":{"a":"b"}}') as DeployTree;
    expect(JSON.stringify(writeTree(tree))).toBe('{"__proto__":{"a":"b"}}');
    expect(JSON.stringify(writeTree(deployMap([[parseDeployValue('__proto__'), 1]])))).toBe(
      '{"__proto__":1}',
    );
  });

  it('fills the placeholders that it knows, and writes what comes out as one text', () => {
    const values = new Map([['b', '{x}']]);
    const written: string[] = [];
    const writer: TreeWriter = {
      text: (text) => (written.push(text), text),
      placeholder: (name) => `<${name}>`,
    };
    expect(writeTree(parseDeployValue('$${b}${other}'), writer, values)).toBe('${x}<other>');
    expect(written).toEqual(['${x}']);
  });

  it('tells a placeholder what stands before it', () => {
    const befores: string[] = [];
    writeTree(joinDeployValue('a$', parseDeployValue('${b}')), {
      text: (text) => text,
      placeholder: (_, before) => (befores.push(before), ''),
    });
    expect(befores).toEqual(['a$']);
  });
});

describe('listPlaceholders', () => {
  it('names each once, sorted, keys included, and no text', () => {
    const tree = {
      a: parseDeployValue('${z}${a}'),
      b: deployMap([[parseDeployValue('${k}'), '${text}']]),
      c: [value],
    };
    expect(listPlaceholders(tree)).toEqual(['a', 'b', 'k', 'z']);
  });
});
