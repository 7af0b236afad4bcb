import { memberOf } from '../../openapi/member-of.js';
import { isObject, type Json, type JsonObject, type OpenApiDocument } from '../../openapi/openapi.js';
import type { Found } from '../change.js';
import { compareMembers, type MemberCheck } from '../compare-members.js';
import { describeDifference } from '../describe-difference.js';
import { compareSchemas } from '../schemas/compare-schemas.js';
import { showValue } from '../show-value.js';

interface Documents {
  readonly base: OpenApiDocument;
  readonly now: OpenApiDocument;
}

/** The models of a request body. */
export function compareBodies(
  base: Json | undefined,
  now: Json | undefined,
  documents: Documents,
): readonly Found[] {
  return compareContents(base, now, documents, 'the request body', {
    required: (_, is) => [
      {
        kind: 'model-changed',
        message: `the request body is ${is === true ? 'required now' : 'no longer required'}`,
      },
    ],
  });
}

/** What a body declares, and the model of each media type. */
export function compareContents(
  base: Json | undefined,
  now: Json | undefined,
  documents: Documents,
  what: string,
  checks: Readonly<Record<string, MemberCheck>>,
): readonly Found[] {
  const kind = 'model-changed';
  const [was, is] = [base, now].map((one): JsonObject => (isObject(one) ? one : {})) as [
    JsonObject,
    JsonObject,
  ];
  return compareMembers(
    was,
    is,
    {
      ...checks,
      content: () =>
        compareMembers(
          memberOf(was, 'content'),
          memberOf(is, 'content'),
          {},
          (type, a, b) => {
            const name = `${what} (${showValue(type)})`;
            if (!isObject(a)) return [{ kind, message: `${name} has a model now` }];
            if (!isObject(b)) return [{ kind, message: `${name} has no model any more` }];
            return compareMembers(
              a,
              b,
              { schema: (x, y) => compareSchemas(x, y, documents, name) },
              (member, x, y) => [{ kind, message: `${name}: \`${member}\` ${describeDifference(x, y)}` }],
              ['schema'],
            );
          },
          Object.keys(memberOf(is, 'content')),
        ),
    },
    (member, a, b) => [{ kind, message: `${what}: \`${member}\` ${describeDifference(a, b)}` }],
    ['content'],
  );
}
