import { describe, expect, it } from '@jest/globals';
import { formatDeployText } from '../../lib/values/deploy-text.js';
import {
  formatDeployValue,
  isDeployValue,
  joinDeployValue,
  mapDeployText,
  parseDeployValue,
  parsePlaceholders,
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
    ['${AWS::Region}', [{ variable: 'AWS::Region' }]],
    ['${AWS::StackName}', ['${AWS::StackName}']],
    ['a${AWS::AccountId}${b}', ['a', { variable: 'AWS::AccountId' }, { placeholder: 'b' }]],
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

describe('parsePlaceholders', () => {
  it('reads placeholders, and import variables as text', () => {
    expect(parsePlaceholders('${name}${AWS::Region}')).toEqual({ '@deploy': [name, '${AWS::Region}'] });
  });
});

describe('formatDeployText', () => {
  it.each([
    [parseDeployValue('a${name}${AWS::Region}'), 'a${name}${AWS::Region}'],
    ['text', 'text'],
    [200, '200'],
  ])('writes %j as its author did', (value, text) => {
    expect(formatDeployText(value)).toBe(text);
  });
});
