import { describe, expect, it } from '@jest/globals';
import { findNearest } from '../../lib/options/find-nearest.js';

describe('findNearest', () => {
  it.each([
    ['raed', ['read', 'list', 'create'], ['read']],
    ['Read', ['read'], ['read']],
    ['user', ['listUsers', 'pets', 'user', 'user'], ['listUsers', 'user']],
    ['/user/{id}', ['/pets', '/v1/users/{id}', '/users/{id}'], ['/users/{id}', '/v1/users/{id}']],
    ['get', ['a', 'create', 'remove'], []],
    ['aaaa', ['aaab', 'aabb', 'baaa', 'abaa'], ['aaab', 'baaa', 'abaa']],
    ['x', [], []],
    ['', ['a'], []],
  ])('of %j among %j are %j', (name, names, near) => {
    expect(findNearest(name, names)).toEqual(near);
  });
});
