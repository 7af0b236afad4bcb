import { describe, expect, it } from '@jest/globals';
import { compareContracts } from '../../../lib/cli/diff/contract/compare-contracts.js';
import type { OpenApiDocument } from '../../../lib/openapi/openapi.js';
import { withMembers } from '../../diff/document.js';

const json = (schema: object) => ({ 'application/json': { schema } });
const SHOP = {
  openapi: '3.0.0',
  info: { title: 'shop', version: '1' },
  paths: {
    '/users': {
      post: {
        summary: 'Create',
        parameters: [{ name: 'dry', in: 'query', required: false, schema: { type: 'string' } }],
        requestBody: { required: false, content: json({ $ref: '#/components/schemas/User' }) },
        responses: {
          201: { description: '', content: json({ $ref: '#/components/schemas/User' }) },
          404: { description: '' },
        },
        security: [{ bearer: [] }],
      },
    },
    '/pets': { get: { responses: { 200: { description: '' } } } },
  },
  components: {
    schemas: {
      User: {
        type: 'object',
        properties: {
          name: { type: 'string', maxLength: 20 },
          kind: { type: 'string', enum: ['a', 'b'] },
          friends: { type: 'array', items: { $ref: '#/components/schemas/User' } },
        },
        required: ['name'],
      },
    },
  },
} as unknown as OpenApiDocument;

const POST = 'paths /users post';
const USER = 'components schemas User';

async function diff(members: Readonly<Record<string, unknown>>, known = false): Promise<readonly string[]> {
  const found = await compareContracts(SHOP, withMembers(SHOP, members), () => known);
  return found.map(({ risk, at, message }) => `${risk} ${at.method} ${at.path}: ${message}`);
}

describe('compareContracts', () => {
  it('finds nothing in the same document, though its schemas are recursive', async () => {
    expect(await diff({})).toEqual([]);
  });

  it.each<[Readonly<Record<string, unknown>>, readonly string[]]>([
    [{ 'paths /pets': undefined }, ['outage GET /pets: the operation is removed from the contract']],
    [
      { 'paths /pets put': { responses: {} } },
      ['behaviour PUT /pets: the operation is added to the contract'],
    ],
    [
      { [`${POST} parameters`]: [{ name: 'dry', in: 'query', required: true, schema: { type: 'string' } }] },
      ['outage POST /users: clients may break: the query parameter `dry` is required now'],
    ],
    [
      { [`${POST} responses 404`]: undefined },
      ['outage POST /users: clients may break: the response `404` is removed'],
    ],
    [
      { [`${POST} summary`]: 'Make' },
      ['cosmetic POST /users: contract: `summary` changed from `Create` to `Make`'],
    ],
    // The guards say it.
    [{ [`${POST} security`]: [] }, []],
    [{ [`${POST} operationId`]: 'x' }, []],
    [
      { [`${USER} properties name maxLength`]: 10 },
      [
        'outage POST /users: clients may break: the request body: `name.maxLength` changed from `20` to `10`',
        'behaviour POST /users: contract: the response `201`: `name.maxLength` changed from `20` to `10`',
      ],
    ],
    [
      { [`${USER} properties kind enum`]: ['a', 'b', 'c'] },
      [
        'behaviour POST /users: contract: the request body: `kind` may be `c` too',
        'outage POST /users: clients may break: the response `201`: `kind` may be `c` too',
      ],
    ],
    [
      { [`${USER} properties mail`]: { type: 'string' }, [`${USER} required`]: ['name', 'mail'] },
      [
        'outage POST /users: clients may break: the request body: `mail` is required now',
        'behaviour POST /users: contract: the response `201`: `mail` is required now',
      ],
    ],
    [
      { [`${USER} properties kind`]: undefined },
      [
        'behaviour POST /users: contract: the request body: `kind` is removed',
        'outage POST /users: clients may break: the response `201`: `kind` is removed',
      ],
    ],
  ])('says what %j does to callers', async (members, expected) => {
    expect(await diff(members)).toEqual(expected);
  });

  it('leaves routes to the comparison of the private documents', async () => {
    expect(await diff({ 'paths /pets': undefined }, true)).toEqual([]);
  });
});
