import { isObject, type Json, type JsonObject, type OpenApiDocument } from '../../openapi/openapi.js';
import type { Found } from '../change.js';
import { compareMembers, type MemberCheck } from '../compare-members.js';
import { describeDifference } from '../describe-difference.js';
import { isSameSet } from '../is-same.js';
import { showList } from '../show-value.js';
import { compareBodies } from './compare-bodies.js';
import { compareParameters } from './compare-parameters.js';
import { compareMethodResponses } from './compare-method-responses.js';
import { compareValidators } from './compare-validators.js';
import { INTEGRATION } from './read-routes.js';

interface Documents {
  readonly base: OpenApiDocument;
  readonly now: OpenApiDocument;
}

/** What an operation says beside its guards and its integration. */
export function compareOperations(base: JsonObject, now: JsonObject, documents: Documents): readonly Found[] {
  const texts: string[] = [];
  const note =
    (name: string): MemberCheck =>
    () => {
      texts.push(name);
      return [];
    };
  const checks: Readonly<Record<string, MemberCheck>> = {
    security: () => [],
    [INTEGRATION]: () => [],
    [VALIDATOR]: () => [],
    parameters: (was, is) => compareParameters(was, is, note('parameters')),
    requestBody: (was, is) => compareBodies(was, is, documents),
    responses: (was, is) => compareMethodResponses(was, is, documents, note('responses')),
    ...Object.fromEntries(NOTES.map((name) => [name, note(name)])),
    tags: (was, is) => (isSameSet(was, is) ? [] : note('tags')(was, is)),
  };
  const found = compareMembers(
    base,
    now,
    checks,
    (member, was, is) => [
      { kind: 'unknown-change', message: `\`${member}\` ${describeDifference(was, is)}` },
    ],
    ['requestBody', 'responses'],
  );
  const distinct = [...new Set(texts)];
  return [
    ...compareValidators(validatorOf(base, documents.base), validatorOf(now, documents.now)),
    ...found,
    ...(distinct.length > 0
      ? [
          {
            kind: 'documentation-changed' as const,
            message: `the documentation changed: ${showList(distinct)}`,
          },
        ]
      : []),
  ];
}

const VALIDATOR = 'x-amazon-apigateway-request-validator';

/** What nobody but a reader of the document notices. */
const NOTES = [
  'summary',
  'description',
  'operationId',
  'externalDocs',
  'deprecated',
  'x-amazon-apigateway-documentation',
];

/** What the validator of a route checks, by its name or that of the API. */
function validatorOf(operation: JsonObject, document: OpenApiDocument): Json | undefined {
  const name = operation[VALIDATOR] ?? document[VALIDATOR];
  const validators = document['x-amazon-apigateway-request-validators'];
  return typeof name === 'string' && isObject(validators) ? (validators[name] ?? name) : undefined;
}
