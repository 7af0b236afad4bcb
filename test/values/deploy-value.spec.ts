import { describe, expect, it } from '@jest/globals';
import {
  formatDeployValue,
  isDeployValue,
  joinDeployValue,
  mapDeployText,
  parseDeployValue,
} from '../../lib/values/deploy-value.js';

const name = { placeholder: 'name' };

describe('parseDeployValue', () => {
  it.each<[string, readonly unknown[]]>([
    ['', []],
    ['text', ['text']],
    ['${name}', [name]],
    ['a${name}b', ['a', name, 'b']],
    ['${name}${name}', [name, name]],
    ['${_a1}', [{ placeholder: '_a1' }]],
    ['$${name}', ['$', name]],
    ['${1a}', ['${1a}']],
    ['${a-b}', ['${a-b}']],
    ['${ name }', ['${ name }']],
    ['${AWS::Region}', ['${AWS::Region}']],
    ['${stageVariables.name}', ['${stageVariables.name}']],
    ['${upper(name)}', ['${upper(name)}']],
    ['${}', ['${}']],
    ['${name', ['${name']],
    ['${${name}}', ['${', name, '}']],
    ['%{ if name }', ['%{ if name }']],
    ['$name {name}', ['$name {name}']],
  ])('reads %j', (text, parts) => {
    expect(parseDeployValue(text)).toEqual({ '@deploy': parts });
    expect(formatDeployValue(parseDeployValue(text))).toBe(text);
  });

  it('survives JSON', () => {
    const value = parseDeployValue('a${name}b');
    const again: unknown = JSON.parse(JSON.stringify(value));
    expect(isDeployValue(again)).toBe(true);
    expect(again).toEqual(value);
  });
});

describe('isDeployValue', () => {
  it.each([undefined, null, 'text', 3, [], {}, { deploy: [] }])('is not %j', (value) => {
    expect(isDeployValue(value)).toBe(false);
  });
});

describe('joinDeployValue', () => {
  it('takes text as it is and keeps the placeholders of values', () => {
    expect(joinDeployValue('${text}', parseDeployValue('${name}'), '', '/', 'end')).toEqual({
      '@deploy': ['${text}', name, '/end'],
    });
  });

  it('is empty for nothing', () => {
    expect(joinDeployValue('', { '@deploy': [] })).toEqual({ '@deploy': [] });
  });
});

describe('mapDeployText', () => {
  it('changes text and leaves placeholders', () => {
    expect(mapDeployText(parseDeployValue('n${name}n'), (text) => text.toUpperCase())).toEqual({
      '@deploy': ['N', name, 'N'],
    });
  });

  it('makes no placeholder of changed text', () => {
    expect(mapDeployText(parseDeployValue('x'), () => '${name}')).toEqual({ '@deploy': ['${name}'] });
  });
});
