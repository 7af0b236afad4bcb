import { describe, expect, it } from '@jest/globals';
import { findNearest } from '../../lib/options/find-nearest.js';

const OPTIONS = [
  'requestTemplates',
  'requestParameters',
  'timeoutInMillis',
  'uri',
  'httpMethod',
  'responses',
];

describe('findNearest', () => {
  it.each([
    ['raed', ['read', 'list', 'create'], ['read']],
    ['Read', ['read'], ['read']],
    ['user', ['listUsers', 'pets', 'user', 'user'], ['user', 'listUsers']],
    ['/user/{id}', ['/pets', '/v1/users/{id}', '/users/{id}'], ['/users/{id}', '/v1/users/{id}']],
    ['get', ['a', 'create', 'remove'], []],
    ['aaaa', ['aaab', 'aabb', 'baaa', 'abaa'], ['aaab', 'baaa', 'abaa']],
    ['sourceIp', ['resourceId', 'identity.sourceIp'], ['identity.sourceIp', 'resourceId']],
    ['x', [], []],
    ['', ['a'], []],
    ['requestTemplate', OPTIONS, ['requestTemplates']],
    ['REQUESTPARAMETERS', OPTIONS, ['requestParameters']],
    ['reqestTemplates', OPTIONS, ['requestTemplates']],
    ['url', OPTIONS, ['uri']],
    ['response', OPTIONS, ['responses']],
    ['timeout', OPTIONS, ['timeoutInMillis']],
    ['method', OPTIONS, ['httpMethod']],
    ['description', OPTIONS, []],
    ['ttl', OPTIONS, []],
    ['x', OPTIONS, []],
    ['invokeMode', OPTIONS, []],
    ['tableName', ['credentials', 'table', 'action'], ['table']],
  ])('of %j among %j are %j', (name, names, near) => {
    expect(findNearest(name, names)).toEqual(near);
  });
});
