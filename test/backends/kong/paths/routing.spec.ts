import { describe, expect, it } from '@jest/globals';
import { rankPaths } from '../../../../lib/backends/kong/paths/rank-paths.js';
import { renderKong } from '../../../../lib/backends/kong/render-kong.js';
import { writeTree } from '../../../../lib/values/deploy-tree.js';
import { chooseRoute } from '../../../support/kong-judge/choose-route.js';
import { KongRouter } from '../../../support/kong-judge/find-route.js';
import type { KongFile } from '../../../support/kong-judge/kong-file.js';
import { makeModel, makeRoute } from '../../../support/make-model.js';

const ROUTES = [
  'get /',
  'any /{proxy+}',
  'get /orders',
  'post /orders',
  'get /orders/{orderId}',
  'any /orders/{orderId}',
  'get /orders/special',
  'get /orders/{orderId}/lines',
  'get /orders/special/{rest+}',
  'any /orders/special/{rest+}',
  'get /files/v1.0/a+b',
  'get /files/{name}/{rest+}',
  'delete /{tenant}/lines',
  'options /orders',
].map((text, order) => {
  const [method, path] = text.split(' ') as [string, string];
  return makeRoute({
    method,
    path,
    order,
    handler: `handler${order}`,
    integration: { kind: 'mock', status: 200, headers: {} },
  });
});

const file = writeTree(renderKong(makeModel({ routes: ROUTES })).document) as KongFile;
const router = new KongRouter(file);
const nameOf = (route: (typeof ROUTES)[number]): string => `test.${route.controller}_${route.handler}`;

describe('the routes of Kong', () => {
  it.each([
    'GET /',
    'POST /',
    'GET /anything/at/all',
    'GET /orders',
    'GET /orders/',
    'POST /orders',
    'PUT /orders',
    'OPTIONS /orders',
    'GET /orders/42',
    'DELETE /orders/42/',
    'GET /orders/special',
    'POST /orders/special',
    'GET /orders/42/lines',
    'GET /orders/special/lines',
    'POST /orders/special/lines/1',
    'GET /files/v1.0/a+b',
    'GET /files/v1x0/a+b',
    'GET /files/v1.0/aab',
    'GET /files/a/b/c/',
    'DELETE /orders/lines',
    'DELETE /shop/lines',
    'PATCH /files/%2Fa/b%20c',
  ])('answer %s as API Gateway does', (request) => {
    const [method, path] = request.split(' ') as [string, string];
    const expected = chooseRoute(ROUTES, method, path);
    const found = router.find(method, path);
    expect({ name: found?.route.name, values: found?.captures ?? {} }).toEqual({
      name: expected && nameOf(expected.route),
      values: expected?.values ?? {},
    });
  });

  it('have an order however deep their paths are', () => {
    const deep = `/${Array.from({ length: 24 }, (_, index) => `s${index}`).join('/')}`;
    const paths = ['/', '/{proxy+}', deep, deep.replace('s23', '{x}'), deep.replace('s22/s23', '{rest+}')];
    const rank = rankPaths(paths);
    const [, greedy, fixed, variable, rest] = paths.map((path) => rank(path));
    expect(fixed).toBeGreaterThan(variable!);
    expect(variable).toBeGreaterThan(rest!);
    expect(rest).toBeGreaterThan(greedy!);
    expect(fixed).toBeLessThan(2 ** 31);
    const nineteen = rankPaths([`/${'a/'.repeat(18)}a`]);
    expect(nineteen(`/${'a/'.repeat(18)}a`)).toBeLessThan(2 ** 31);
  });
});
