import { describe, expect, it } from '@jest/globals';
import { CannotRun } from '../../../lib/cli/process/cannot-run.js';
import { findRoutes } from '../../../lib/cli/explain/find-routes.js';
import type { ExcludedRoute } from '../../../lib/model/routes/route.js';
import { makeModel, makeRoute } from '../../support/make-model.js';

const users = { controller: 'UsersController' };
const hidden: ExcludedRoute = {
  ...users,
  handler: 'internal',
  method: 'get',
  path: '/internal',
  operations: [],
  keepInPublic: false,
  ignores: [],
  origin: { level: 'handler', decorator: 'AwsExclude' },
};
const served = makeRoute({ ...users, handler: 'list', path: '/users' });
const model = makeModel({
  routes: [
    served,
    makeRoute({ ...users, handler: 'read', path: '/users/{name}' }),
    makeRoute({ ...users, handler: 'read', path: '/people/{name}' }),
    makeRoute({ ...users, handler: 'change', method: 'patch', path: '/users/{name}' }),
    makeRoute({ handler: 'list', path: '/pets' }),
    makeRoute({ handler: 'forward', method: 'any', path: '/legacy/{rest+}' }),
    makeRoute({ handler: 'post', method: 'post', path: '/legacy/{rest+}' }),
    makeRoute({ handler: 'root', path: '/' }),
  ],
  displaced: [{ route: makeRoute({ handler: 'second', path: '/users' }), by: served }],
  excluded: [hidden],
});

const found = (query: string): readonly string[] =>
  findRoutes(model, query).map(({ kind, route }) => `${kind} ${route.handler} ${route.method} ${route.path}`);

describe('findRoutes', () => {
  it.each([
    ['GET /users/{name}', ['served read get /users/{name}']],
    ['get /users/:name', ['served read get /users/{name}']],
    ['PATCH /users/{name}/', ['served change patch /users/{name}']],
    ['/users/{name}', ['served read get /users/{name}', 'served change patch /users/{name}']],
    ['GET /', ['served root get /']],
    ['GET /users', ['served list get /users', 'displaced second get /users']],
    ['GET /internal', ['excluded internal get /internal']],
    ['POST /legacy/{rest+}', ['served post post /legacy/{rest+}']],
    ['DELETE /legacy/{rest}', ['served forward any /legacy/{rest+}']],
    ['ALL /legacy/*rest', ['served forward any /legacy/{rest+}']],
    ['UsersController.read', ['served read get /users/{name}', 'served read get /people/{name}']],
    ['read', ['served read get /users/{name}', 'served read get /people/{name}']],
    ['internal', ['excluded internal get /internal']],
    ['second', ['displaced second get /users']],
  ])('finds %s', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it.each([
    [
      'list',
      'several controllers have a handler `list`; choose one:\n  UsersController.list, GET /users\n  PetsController.list, GET /pets',
    ],
    [
      'PUT /users',
      'no route matches `PUT /users`; similar routes:\n  UsersController.list, GET /users\n  PetsController.second, GET /users',
    ],
    [
      'GET /users/alice',
      'no route matches `GET /users/alice`; similar routes:\n  UsersController.read, GET /users/{name}\n  UsersController.change, PATCH /users/{name}',
    ],
    ['GET /v1/pets/all/of/them', 'no route matches `GET /v1/pets/all/of/them`; --list shows the routes'],
    [
      'UserController.chagne',
      'no route matches `UserController.chagne`; similar routes:\n  UsersController.change, PATCH /users/{name}',
    ],
    ['chnge', 'no route matches `chnge`; similar routes:\n  UsersController.change, PATCH /users/{name}'],
    ['', 'no route matches ``; --list shows the routes'],
  ])('finds nothing by %j', (query, message) => {
    expect(() => findRoutes(model, query)).toThrow(CannotRun);
    expect(() => findRoutes(model, query)).toThrow(message);
  });

  it('finds nothing in an application without routes', () => {
    expect(() => findRoutes(makeModel(), 'GET /')).toThrow(
      'no route matches `GET /`; --list shows the routes',
    );
  });
});
