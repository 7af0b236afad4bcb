import { describe, expect, it } from '@jest/globals';
import { parseDeployValues } from '../../lib/values/parse-deploy-values.js';

const name = { placeholder: 'name' };

describe('parseDeployValues', () => {
  it('reads the strings of a tree, and none of its keys', () => {
    expect(
      parseDeployValues({ '${name}': ['${name}', 'x', 1, null, true], inner: { a: '${name}' } }),
    ).toEqual({
      '${name}': [{ '@deploy': [name] }, 'x', 1, null, true],
      inner: { a: { '@deploy': [name] } },
    });
  });

  it('takes what stands below a text key as text, at any depth', () => {
    const templates = { 'application/json': '${name}' };
    expect(parseDeployValues({ a: [{ templates, uri: '${name}' }] }, ['templates'])).toEqual({
      a: [{ templates, uri: { '@deploy': [name] } }],
    });
  });
});
