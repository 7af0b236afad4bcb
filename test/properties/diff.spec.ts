import { describe, expect, it } from '@jest/globals';
import { assert, constantFrom, property } from 'fast-check';
import { compareDocuments } from '../../lib/diff/compare-documents.js';
import { memberOf } from '../../lib/openapi/member-of.js';
import { isObject, type OpenApiDocument } from '../../lib/openapi/openapi.js';
import { REST_API } from '../diff/document.js';
import { readFileSync } from 'node:fs';

const SAMPLE = JSON.parse(
  readFileSync(new URL('../../sample/openapi/api_private.json', import.meta.url), 'utf8'),
) as OpenApiDocument;

type Step = string | number;

/** Every member of a document that holds no others, by the steps to it. */
function listLeaves(value: unknown, steps: readonly Step[] = []): readonly (readonly Step[])[] {
  if (Array.isArray(value) && value.length > 0)
    return value.flatMap((one, index) => listLeaves(one, [...steps, index]));
  if (isObject(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, member]) => listLeaves(member, [...steps, key]));
  }
  return [steps];
}

/** A copy whose member has another value, or none. */
function mutate(document: OpenApiDocument, steps: readonly Step[], how: 'other' | 'gone'): OpenApiDocument {
  const copy = structuredClone(document) as unknown as Record<Step, unknown>;
  const last = steps.at(-1)!;
  const owner = steps.slice(0, -1).reduce((at, step) => at[step] as Record<Step, unknown>, copy);
  const value = owner[last];
  if (how === 'gone') {
    if (Array.isArray(owner)) owner.splice(last as number, 1);
    else delete owner[last];
  } else if (typeof value === 'string') owner[last] = `${value}-other`;
  else if (typeof value === 'number') owner[last] = value + 1;
  else if (typeof value === 'boolean') owner[last] = !value;
  else owner[last] = Array.isArray(value) ? ['other'] : { other: true };
  return copy as unknown as OpenApiDocument;
}

/** What says the same as its absence, and what another part of the document decides. */
function isWithoutMeaning(document: OpenApiDocument, steps: readonly Step[], how: 'other' | 'gone'): boolean {
  const value = steps.reduce<unknown>((at, step) => (at as Record<Step, unknown>)[step], document);
  const path = steps.join('/');
  return (
    // An operation without requirements, parameters or tags, and an API key, which has no scopes.
    (Array.isArray(value) && (how === 'gone' || /\/(parameters|security)$|\/api_key$/.test(path))) ||
    path === 'x-amazon-apigateway-api-key-source' ||
    // A validator that no route uses, or that does not check what it leaves out.
    path.startsWith('x-amazon-apigateway-request-validators/') ||
    // An authorizer of requests reads what its sources name.
    isOfRequests(document, steps) ||
    // Of several origins a template chooses.
    path.endsWith('method.response.header.Access-Control-Allow-Origin')
  );
}

function isOfRequests({ components }: OpenApiDocument, [, section, name, member]: readonly Step[]): boolean {
  const schemes = components?.['securitySchemes'];
  if (section !== 'securitySchemes' || !['name', 'in'].includes(String(member)) || !isObject(schemes))
    return false;
  const authorizer = memberOf(schemes[name!], 'x-amazon-apigateway-authorizer');
  return authorizer['type'] === 'request';
}

describe.each([
  ['a small document', REST_API],
  ['the sample', SAMPLE],
])('the comparison of %s', (_, document) => {
  const leaves = listLeaves(document);

  it('finds nothing in a copy, however its members are ordered', () => {
    const reverse = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reverse)
        : isObject(value)
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([key, member]) => [key, reverse(member)]),
            )
          : value;
    expect(compareDocuments(document, reverse(document) as OpenApiDocument, 'rest-api')).toEqual([]);
  });

  it('finds every change of one member', () => {
    const missed: string[] = [];
    assert(
      property(constantFrom(...leaves), constantFrom('other' as const, 'gone' as const), (steps, how) => {
        if (isWithoutMeaning(document, steps, how)) return;
        const now = mutate(document, steps, how);
        if (compareDocuments(document, now, 'rest-api').length === 0)
          missed.push(`${how} ${steps.join('/')}`);
        // And back again.
        if (compareDocuments(now, document, 'rest-api').length === 0)
          missed.push(`back ${how} ${steps.join('/')}`);
      }),
      { numRuns: 150 },
    );
    expect([...new Set(missed)].toSorted()).toEqual([]);
  });
});
