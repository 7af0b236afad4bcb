import { describe, expect, it } from '@jest/globals';
import { createRouter } from '../../../../lib/testing/gateway/local/route-request.js';

/** `{ '/test': ['post'] }` as a document. */
function router(paths: Readonly<Record<string, readonly string[]>>) {
  const operation = { 'x-amazon-apigateway-integration': { type: 'mock' } };
  return createRouter({
    paths: Object.fromEntries(
      Object.entries(paths).map(([path, methods]) => [
        path,
        Object.fromEntries(
          methods.map((method) => [method === 'any' ? 'x-amazon-apigateway-any-method' : method, operation]),
        ),
      ]),
    ),
  });
}

function find(paths: Parameters<typeof router>[0], request: string): unknown {
  const [method = '', path = ''] = request.split(' ');
  const routed = router(paths)(method, path);
  return routed.route ? [routed.route.path, routed.variables] : routed.why;
}

describe('what the recordings of API Gateway show', () => {
  const hardcoded = { '/{proxy+}': ['options'], '/test': ['post'], '/test/any': ['any'] };

  it.each([
    ['POST /test', ['/test', {}]],
    ['OPTIONS /test', ['/{proxy+}', { proxy: 'test' }]],
    ['OPTIONS /test/any', ['/test/any', {}]],
    ['POST /other', '/{proxy+} fits, but has only OPTIONS'],
  ])('%s', (request, found) => {
    expect(find(hardcoded, request)).toEqual(found);
  });

  it.each([
    ['GET /part1', ['/part1', {}]],
    ['GET /part1/fixed', ['/part1/fixed', {}]],
    ['GET /part1/other', ['/{param+}', { param: 'part1/other' }]],
  ])('fixed paths before a greedy one: %s', (request, found) => {
    expect(find({ '/{param+}': ['get'], '/part1': ['get'], '/part1/fixed': ['get'] }, request)).toEqual(
      found,
    );
  });

  it.each([
    ['GET /items/foo%2Fbar', ['/items/{id}', { id: 'foo%2Fbar' }]],
    ['GET //items//', 'no path of the document fits //items//'],
    ['GET //items/a', ['/items/{id}', { id: 'a' }]],
    ['GET /items/a/', ['/items/{id}', { id: 'a' }]],
    ['GET /files/a//b/', ['/files/{path+}', { path: 'a//b' }]],
    ['GET /files', 'no path of the document fits /files'],
  ])('slashes: %s', (request, found) => {
    expect(find({ '/items/{id}': ['get'], '/files/{path+}': ['get'] }, request)).toEqual(found);
  });
});

describe('the order of paths', () => {
  const paths = { '/a/{x}/d': ['get'], '/a/b/c': ['get'], '/{x}/b/c': ['get'], '/a/{rest+}': ['any'] };

  it.each([
    ['GET /a/b/c', ['/a/b/c', {}]],
    ['GET /a/b/d', ['/a/{x}/d', { x: 'b' }]],
    ['PUT /a/b/c', ['/a/{rest+}', { rest: 'b/c' }]],
    ['GET /z/b/c', ['/{x}/b/c', { x: 'z' }]],
    ['GET /caf%C3%A9', 'no path of the document fits /caf%C3%A9'],
  ])('%s', (request, found) => {
    expect(find(paths, request)).toEqual(found);
  });

  it('has the method itself before any method, and compares fixed segments decoded', () => {
    const routed = router({ '/café': ['any', 'get'] });
    expect(routed('GET', '/caf%C3%A9').why).toBe('GET /café');
    expect(routed('POST', '/caf%C3%A9').why).toBe('ANY /café, which has no POST of its own');
    expect(routed('GET', '/%E0%A4%A').route).toBeUndefined();
  });

  it('has the root of the API', () => {
    expect(find({ '/': ['get'] }, 'GET /')).toEqual(['/', {}]);
    expect(find({ '/{proxy+}': ['get'] }, 'GET /')).toBe('no path of the document fits /');
  });
});
