import { ValidationPipe, type Type } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { fitsModel } from '../../../../lib/testing/gateway/validation/fits-model.js';
import { compileFixture } from '../../../support/compile-fixture.js';
import { CreateOrderDto } from '../../../fixtures/swagger-plugin/orders.dto.js';
import { UpdateOrderDto } from '../../../fixtures/swagger-plugin/orders.controller.js';
import { User } from '../../../fixtures/standard-schema/app.js';

type Json = Readonly<Record<string, unknown>>;
type Accepts = (body: unknown) => boolean | Promise<boolean>;

/** What a member is given in place of what fits. */
const OTHERS: readonly unknown[] = [
  null,
  '',
  'x',
  'a b',
  '2024-02-30',
  0,
  1,
  2.5,
  -1,
  1000,
  true,
  [],
  ['x'],
  ['x', 'x'],
  ['x', 1],
  {},
  { a: 'x', more: 1 },
  { a: 1 },
  { street: 'S', zip: '3000', more: 1 },
  { type: 'circle', radius: 1, more: 1 },
  { text: 't', replies: [{ text: 'u', replies: [] }] },
  [{ article: '5f1a4f2e-8c53-4b29-9a6a-6a2f3b1f7c11' }],
];

/** The body, without each of its members, and with each of them replaced. */
function variantsOf(body: Json): readonly unknown[] {
  return [
    body,
    { ...body, more: 1 },
    {},
    ...Object.keys(body).flatMap((name) => {
      const { [name]: _, ...rest } = body;
      return [rest, ...OTHERS.map((value) => ({ ...body, [name]: value }))];
    }),
  ];
}

/** Bodies that the application takes and the model refuses, and how many both refuse. */
async function compare(
  fixture: string,
  path: string,
  verb: string,
  bodies: readonly unknown[],
  accepts: Accepts,
) {
  const { privateDocument } = await compileFixture(fixture);
  const operation = (privateDocument.paths[path] as Json)[verb] as {
    requestBody: { content: { 'application/json': { schema: unknown } } };
  };
  const { schema } = operation.requestBody.content['application/json'];
  const stricter: unknown[] = [];
  let [taken, refused] = [0, 0];
  for (const body of bodies) {
    const fits = fitsModel(body, schema, privateDocument);
    if (await accepts(structuredClone(body))) {
      taken += 1;
      if (!fits) stricter.push(body);
    } else if (!fits) refused += 1;
  }
  return { stricter, taken, refused };
}

const isObject = (value: unknown): boolean => value?.constructor === Object;

/**
 * Nested validation takes lists, `@IsString({ each: true })` a text: of that Nest's document
 * says nothing, whoever reads it.
 */
const isDocumented = (body: unknown): boolean => {
  const { note: _, ...members } = body as Json;
  const { discount, main, tags, channel, extra } = members;
  return (
    (discount === undefined || discount === null || Number(discount) >= 1) &&
    (main === undefined || main === null || isObject(main)) &&
    (tags === undefined || tags === null || Array.isArray(tags)) &&
    (channel === undefined || !Array.isArray(channel)) &&
    (extra === undefined ||
      extra === null ||
      (isObject(extra) && Object.values(extra as Json).every(Number.isFinite)))
  );
};

const accepts = (metatype: Type): Accepts => {
  const pipe = new ValidationPipe({ transform: true });
  return (body) =>
    pipe.transform(body, { type: 'body', metatype }).then(
      () => true,
      () => false,
    );
};
describe('what the application accepts passes the model', () => {
  const order: Json = {
    name: 'ann',
    email: 'ann@example.com',
    size: 'S',
    priority: 1,
    lines: [{ article: '5f1a4f2e-8c53-4b29-9a6a-6a2f3b1f7c11', count: 2 }],
    tags: ['a'],
    note: 'n',
    reference: 'r',
    discount: 2,
    gift: true,
    due: '2024-01-31',
    channel: 'web',
    extra: { a: 1 },
    main: { article: '5f1a4f2e-8c53-4b29-9a6a-6a2f3b1f7c11', count: 2 },
  };
  it.each<[string, Type, string, string, number]>([
    ['of a DTO', CreateOrderDto, '/orders', 'post', 60],
    // Of a member that may be null only lengths, bounds and the like are checked.
    ['of a partial DTO', UpdateOrderDto, '/orders/{id}', 'patch', 5],
  ])('%s with the plugin and class-validator', async (_, dto, path, verb, least) => {
    const bodies = variantsOf(order).filter(isDocumented);
    const { stricter, taken, refused } = await compare('swagger-plugin', path, verb, bodies, accepts(dto));
    expect(stricter).toEqual([]);
    expect(taken).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(least);
  });

  it('of a zod schema', async () => {
    const user: Json = {
      id: '5f1a4f2e-8c53-4b29-9a6a-6a2f3b1f7c11',
      email: 'ann@example.com',
      age: 30,
      nick: 'a',
      role: 'admin',
      kind: 'user',
      pair: ['a', 1],
      scores: { a: 1.5 },
      address: { street: 'S', city: 'C', zip: '3000' },
      home: { street: 'S', zip: '3000' },
      either: 1,
      shape: { type: 'square', side: 1 },
      born: '2024-02-29',
      anything: 'x',
      both: { a: 'a', b: 1 },
      comment: { text: 't', replies: [] },
      face: '🙂',
      strict: { a: 'a' },
      tags: ['a'],
    };
    const { stricter, taken, refused } = await compare(
      'standard-schema',
      '/users',
      'post',
      variantsOf(user),
      (body) => User.safeParse(body).success,
    );
    expect(stricter).toEqual([]);
    expect(taken).toBeGreaterThan(40);
    expect(refused).toBeGreaterThan(200);
  });
});
