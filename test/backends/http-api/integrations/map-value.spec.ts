import { describe, expect, it } from '@jest/globals';
import { fromAuthorizer, fromBody, fromContext, fromPath, fromQuery, text } from '../../../../lib/index.js';
import { mapValue } from '../../../../lib/backends/http-api/integrations/map-value.js';
import { formatDeployValue } from '../../../../lib/values/deploy-value.js';

describe('a value as a parameter mapping of an HTTP API', () => {
  it.each([
    ['the body', fromBody(), '$request.body'],
    ['a member', fromBody('$.order.id'), '$request.body.order.id'],
    ['an item of a member', fromBody('$.items[0].id'), '$request.body.items[0].id'],
    ['an item of an array body', fromBody('$[0].id'), '$request.body[0].id'],
    ['a path variable', fromPath('id'), '$request.path.id'],
    ['a query parameter', fromQuery('page'), '$request.querystring.page'],
    ['a claim', fromAuthorizer('claims.sub'), '$context.authorizer.claims.sub'],
    ['a variable', fromContext('routeKey'), '$context.routeKey'],
    ['text with a value', text`user ${fromPath('id')}`, 'user ${request.path.id}'],
  ])('maps %s', (_, value, expected) => {
    const mapped = mapValue(value);
    expect(mapped && formatDeployValue(mapped)).toBe(expected);
  });

  it.each([
    ['a path with a wildcard', fromBody('$.items[*].id')],
    ['fixed text with a dollar', text`$5 for ${fromPath('id')}`],
  ])('has no mapping for %s', (_, value) => {
    expect(mapValue(value)).toBeUndefined();
  });
});
