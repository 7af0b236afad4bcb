import { memberOf } from '../../openapi/member-of.js';
import { isObject, type Json, type JsonObject, type OpenApiDocument } from '../../openapi/openapi.js';
import type { Found } from '../change.js';
import { compareMembers, type MemberCheck } from '../compare-members.js';
import { describeDifference, differs } from '../describe-difference.js';
import { isSame } from '../is-same.js';
import { showList, showValue } from '../show-value.js';
import { isApiKey } from './compare-guards.js';

/** A change of an authorizer. Its place is that of a route that uses it. */
export interface AuthorizerChange extends Found {
  /** The name of the authorizer. */
  readonly authorizer: string;
}

const AUTHORIZER = 'x-amazon-apigateway-authorizer';

/** What each authorizer that both documents have is, by what it asks for and who decides. */
export function compareAuthorizers(base: OpenApiDocument, now: OpenApiDocument): readonly AuthorizerChange[] {
  const [was, is] = [schemesOf(base), schemesOf(now)];
  return Object.keys({ ...was, ...is }).flatMap((name): readonly AuthorizerChange[] => {
    const [a, b] = [memberOf(was, name), memberOf(is, name)];
    if (!(name in was) || !(name in is)) {
      const message = `the authorizer ${showValue(name)} is ${name in is ? 'declared' : 'no longer declared'}`;
      return isApiKey(name in is ? b : a) ? [] : [{ kind: 'authorizer-unused', message, authorizer: name }];
    }
    const label = `the ${classOf(b)} ${showValue(name)}`;
    const isRequest = [a, b].every((one) => memberOf(one, AUTHORIZER)['type'] === 'request');
    const found = compareMembers(a, b, schemeChecks(label, isRequest), (member, x, y) => [
      { kind: 'authorizer-changed', message: `${label}: \`${member}\` ${describeDifference(x, y)}` },
    ]);
    return found.map((one) => ({ ...one, authorizer: name }));
  });
}

function schemesOf(document: OpenApiDocument): JsonObject {
  return memberOf(document.components, 'securitySchemes');
}

/** The names of authorizers that only changed their name, by the old one. */
export function findRenamedAuthorizers(
  base: OpenApiDocument,
  now: OpenApiDocument,
): ReadonlyMap<string, string> {
  const [was, is] = [schemesOf(base), schemesOf(now)];
  const fresh = Object.keys(is).filter((name) => !(name in was));
  const renamed = new Map<string, string>();
  for (const name of Object.keys(was).filter((one) => !(one in is))) {
    const found = fresh.find((one) => ![...renamed.values()].includes(one) && isSame(was[name], is[one]));
    if (found !== undefined) renamed.set(name, found);
  }
  return renamed;
}

/** How the application names it. A diagnostic that quotes it points at it. */
function classOf(scheme: JsonObject): string {
  const type = scheme['x-amazon-apigateway-authtype'] ?? memberOf(scheme, AUTHORIZER)['type'];
  if (type === 'cognito_user_pools') return '`CognitoAuthorizer`';
  if (type === 'awsSigv4') return '`IamAuthorizer`';
  return memberOf(scheme, AUTHORIZER)['type'] === 'jwt' ? '`JwtAuthorizer`' : '`LambdaAuthorizer`';
}

function schemeChecks(label: string, isRequest: boolean): Readonly<Record<string, MemberCheck>> {
  return {
    // An authorizer of requests reads what `identitySource` names.
    name: isRequest ? () => [] : differs('authorizer-call-changed', `${label}: the name of its credentials`),
    in: isRequest ? () => [] : differs('authorizer-call-changed', `${label}: the place of its credentials`),
    description: differs('documentation-changed', `${label}: its description`),
    [AUTHORIZER]: (base, now) =>
      compareMembers(asObject(base), asObject(now), authorizerChecks(label), (member, was, is) => [
        { kind: 'authorizer-changed', message: `${label}: \`${member}\` ${describeDifference(was, is)}` },
      ]),
  };
}

function authorizerChecks(label: string): Readonly<Record<string, MemberCheck>> {
  return {
    authorizerUri: differs('authorizer-changed', `${label}: its function`),
    authorizerCredentials: differs('authorizer-call-changed', `${label}: the role that calls it`),
    authorizerPayloadFormatVersion: differs('authorizer-call-changed', `${label}: the format of its event`),
    enableSimpleResponses: differs('authorizer-call-changed', `${label}: \`enableSimpleResponses\``),
    providerARNs: listCheck(`${label}: the user pool`),
    identitySource: (base, now) => compareSources(label, base, now),
    authorizerResultTtlInSeconds: (base, now) => compareAges(label, base, now),
    identityValidationExpression: (base, now) =>
      now === undefined
        ? differs('authorizer-loosened', `${label}: the pattern of its token`)(base, now)
        : differs('authorizer-tightened', `${label}: the pattern of its token`)(base, now),
    jwtConfiguration: (base, now) =>
      compareMembers(
        asObject(base),
        asObject(now),
        {
          issuer: differs('authorizer-changed', `${label}: its issuer`),
          audience: listCheck(`${label}: the audience`),
        },
        (member, was, is) => [
          { kind: 'authorizer-changed', message: `${label}: \`${member}\` ${describeDifference(was, is)}` },
        ],
      ),
  };
}

/** Of a list any item is enough. */
function listCheck(what: string): MemberCheck {
  return (base, now) => {
    const [was, is] = [asList(base), asList(now)];
    const [fresh, gone] = [is.filter((one) => !was.includes(one)), was.filter((one) => !is.includes(one))];
    return [
      ...(fresh.length > 0
        ? [{ kind: 'authorizer-loosened' as const, message: `${what} ${showList(fresh)} is accepted now` }]
        : []),
      ...(gone.length > 0
        ? [
            {
              kind: 'authorizer-tightened' as const,
              message: `${what} ${showList(gone)} is no longer accepted`,
            },
          ]
        : []),
    ];
  };
}

/** Without a source the request is rejected, and by all of them a result is kept. */
function compareSources(label: string, base: Json | undefined, now: Json | undefined): readonly Found[] {
  const [was, is] = [base, now].map((one) =>
    typeof one === 'string' ? one.split(',').map((source) => source.trim()) : [],
  ) as unknown as readonly [readonly string[], readonly string[]];
  const [fresh, gone] = [is.filter((one) => !was.includes(one)), was.filter((one) => !is.includes(one))];
  return [
    ...(gone.length > 0
      ? [
          {
            kind: 'authorizer-loosened' as const,
            message: `${label}: a request without ${showList(gone)} is no longer rejected at once, and a kept result no longer depends on it`,
          },
        ]
      : []),
    ...(fresh.length > 0
      ? [
          {
            kind: 'authorizer-tightened' as const,
            message: `${label}: a request without ${showList(fresh)} is rejected`,
          },
        ]
      : []),
  ];
}

/** If the document does not set it, in seconds. */
const DEFAULT_AGE = 300;

function compareAges(label: string, base: Json | undefined, now: Json | undefined): readonly Found[] {
  const [was, is] = [base, now].map((one) => (typeof one === 'number' ? one : DEFAULT_AGE)) as [
    number,
    number,
  ];
  const message = `${label}: its result is kept for ${is} seconds, before ${was}`;
  if (is === was) return [];
  return is > was
    ? [{ kind: 'authorizer-loosened', message: `${message}: who loses access keeps it longer` }]
    : [{ kind: 'authorizer-cached-shorter', message: `${message}: it is called more often` }];
}

function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function asList(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
