import { describe, expect, it } from '@jest/globals';
import { nearest } from '../../lib/options/nearest.js';

const NAMES = ['requestTemplates', 'requestParameters', 'timeoutInMillis', 'uri', 'httpMethod', 'responses'];

describe('nearest', () => {
  it.each([
    ['requestTemplate', 'requestTemplates'],
    ['REQUESTPARAMETERS', 'requestParameters'],
    ['reqestTemplates', 'requestTemplates'],
    ['url', 'uri'],
    ['response', 'responses'],
    ['timeout', 'timeoutInMillis'],
    ['method', 'httpMethod'],
  ])('takes %s for %s', (name, expected) => {
    expect(nearest(name, NAMES)).toBe(expected);
  });

  it.each(['description', 'ttl', '', 'x', 'invokeMode'])('takes %p for none', (name) => {
    expect(nearest(name, NAMES)).toBeUndefined();
    expect(nearest(name, [])).toBeUndefined();
  });
});
