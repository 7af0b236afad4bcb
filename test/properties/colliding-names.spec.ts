import { Controller, Post, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  AwsDynamoDb,
  AwsS3,
  AwsService,
  fromPath,
  fromQuery,
  text,
  type AwsDynamoDbExpression,
  type RequestValue,
} from 'nestjs-aws-gateway';
import { createGatewayTester, type GatewayTester } from '../../lib/testing/index.js';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { compileControllers } from '../support/create-app.js';
import { asJson, type Json } from '../support/json.js';
import { createClass } from './build-dtos.js';

/** Names of an author that may be those that the library gives. */
interface Names {
  readonly variables: readonly [string, string];
  readonly key: readonly [string, string];
  readonly names: readonly [string, string];
  readonly values: readonly [string, string];
}

const two = (...pool: readonly string[]): fc.Arbitrary<readonly [string, string]> =>
  fc.uniqueArray(fc.constantFrom(...pool), { minLength: 2, maxLength: 2 }).map(([a, b]) => [a!, b!] as const);

const collidingNames: fc.Arbitrary<Names> = fc.record({
  variables: two('key0', 'key1', 'key_0', 'path0', 'object', 'bucket', 'class', 'n0', 'sep0', 'body', 'id'),
  key: two('pk', 'sk', 'n0', 'v0', 'class', 'name'),
  names: two('#n0', '#n1', '#n_0', '#n_1', '#n__0', '#m0', '#k0', '#c0', '#pk'),
  values: two(':v0', ':v1', ':v_0', ':v_1', ':v__0', ':k0', ':c0', ':pk'),
});

/** `tenant = "a" AND state = "b"`, in the author's names. */
function expressionOf({ names, values }: Names): AwsDynamoDbExpression {
  return {
    expression: `${names[0]} = ${values[0]} AND ${names[1]} = ${values[1]}`,
    names: { [names[0]]: 'tenant', [names[1]]: 'state' },
    values: { [values[0]]: 'a', [values[1]]: fromQuery('state') },
  };
}

const EXPRESSION = 'tenant = "a" AND state = "open"';

class ThingDto {
  @ApiProperty() declare name: string;
}

const call = (action: string, rest: object): MethodDecorator =>
  AwsDynamoDb({ action, table: 'things', ...rest } as Parameters<typeof AwsDynamoDb>[0]);

function buildThings(given: Names): Type {
  const { key, variables } = given;
  const controller = createClass('ThingsController');
  const expression = expressionOf(given);
  const ids = { [key[0]]: text`T#${fromPath(variables[0])}`, [key[1]]: fromPath(variables[1]) };
  const query = { ...ids, [key[1]]: { beginsWith: fromPath(variables[1]) } };
  const [first, second] = variables.map(fromPath) as [RequestValue, RequestValue];
  // The value between has no name of its own in a path.
  const s3Key = text`tenant-a/${fromQuery('state')}/${first}/x-${second}`;
  const path = text`/functions/${fromQuery('state')}/${first}/x-${second}/policy`;
  const page = ApiOkResponse({ type: [ThingDto] });
  const decorators: Readonly<Record<string, readonly MethodDecorator[]>> = {
    query: [page, call('Query', { key: query, filter: expression })],
    scan: [page, call('Scan', { filter: expression })],
    put: [call('PutItem', { key: ids, attributes: { note: 'n' }, condition: expression })],
    update: [call('UpdateItem', { key: ids, attributes: { note: 'n' }, condition: expression })],
    remove: [call('DeleteItem', { key: ids, condition: expression })],
    s3: [AwsS3({ action: 'GetObject', bucket: 'files', key: s3Key })],
    service: [AwsService({ service: 'lambda', path })],
  };
  for (const [name, own] of Object.entries(decorators)) {
    const value = { [name]: (): void => undefined }[name];
    Object.defineProperty(controller.prototype, name, { value, configurable: true, writable: true });
    const route = Post(`${name}/:${variables[0]}/:${variables[1]}`);
    const descriptor = Object.getOwnPropertyDescriptor(controller.prototype, name)!;
    Reflect.decorate([route, ...own], controller.prototype as object, name, descriptor);
  }
  Controller()(controller);
  return controller;
}

/** An expression with the names and values that it stands for. A name or value too many is an error of DynamoDB. */
function resolve(request: Json, ...expressions: readonly string[]): readonly string[] {
  const names = asJson(request['ExpressionAttributeNames'] ?? {});
  const values = asJson(request['ExpressionAttributeValues'] ?? {});
  const used = new Set<string>();
  const found = expressions.map((name) =>
    String(request[name]).replace(/[#:]\w+/g, (token) => {
      used.add(token);
      return token.startsWith('#') ? String(names[token]) : JSON.stringify(asJson(values[token])['S']);
    }),
  );
  expect([...used].toSorted()).toEqual([...Object.keys(names), ...Object.keys(values)].toSorted());
  return found;
}

describe('names of an author that the library might give too', () => {
  it('keep what they stand for in every expression, key and path', () =>
    fc.assert(
      fc.asyncProperty(collidingNames, async (given) => {
        const { key, variables } = given;
        const { privateDocument, diagnostics } = await compileControllers([buildThings(given)], {
          credentials: 'arn:aws:iam::111122223333:role/gateway',
        });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const tester = createGatewayTester(writeTree(privateDocument) as object);
        const send = (name: string): ReturnType<GatewayTester['open']>['request'] =>
          tester.open(`POST /${name}/{${variables[0]}}/{${variables[1]}}`, {
            path: { [variables[0]]: 'one', [variables[1]]: 'two' },
            query: { state: 'open' },
          }).request;
        const read = (name: string): Json => asJson(JSON.parse(send(name)!.body));
        const ids = { [key[0]]: { S: 'T#one' }, [key[1]]: { S: 'two' } };

        // The projection names the members of the answer.
        expect(resolve(read('query'), ...QUERY, 'ProjectionExpression')).toEqual([
          `${key[0]} = "T#one" AND begins_with(${key[1]}, "two")`,
          EXPRESSION,
          'name',
        ]);
        expect(resolve(read('scan'), 'FilterExpression', 'ProjectionExpression')).toEqual([
          EXPRESSION,
          'name',
        ]);
        expect(resolve(read('put'), 'ConditionExpression')).toEqual([EXPRESSION]);
        expect(read('put')['Item']).toEqual({ ...ids, note: { S: 'n' } });
        expect(resolve(read('update'), 'ConditionExpression', 'UpdateExpression')).toEqual([
          EXPRESSION,
          'SET note = "n"',
        ]);
        expect(resolve(read('remove'), 'ConditionExpression')).toEqual([EXPRESSION]);
        for (const name of ['update', 'remove']) expect(read(name)['Key']).toEqual(ids);
        expect(send('s3')!.path).toBe('/files/tenant-a/open/one/x-two');
        expect(send('service')!.path).toBe('/functions/open/one/x-two/policy');
      }),
      { numRuns: 40 },
    ));
});

const QUERY = ['KeyConditionExpression', 'FilterExpression'] as const;
