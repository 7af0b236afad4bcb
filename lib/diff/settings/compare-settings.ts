import { isObject, type Json, type JsonObject, type OpenApiDocument } from '../../openapi/openapi.js';
import type { Found } from '../change.js';
import { compareMembers, type MemberCheck } from '../compare-members.js';
import { describeDifference, differs } from '../describe-difference.js';
import { isSame, isSameSet } from '../is-same.js';
import { showValue } from '../show-value.js';
import { compareEndpoints } from './compare-endpoints.js';
import { compareGatewayResponses } from './compare-gateway-responses.js';
import { compareTlsPolicies } from './compare-tls-policies.js';
import { compareResourcePolicies } from './compare-resource-policies.js';

/** What holds for the whole API. */
export function compareSettings(base: OpenApiDocument, now: OpenApiDocument): readonly Found[] {
  const [was, is] = [withEndpoint(base), withEndpoint(now)];
  return compareMembers(was, is, CHECKS, (member, a, b) => [
    { kind: 'setting-changed', message: `\`${member}\` ${describeDifference(a, b)}` },
  ]);
}

const ENDPOINT = 'x-amazon-apigateway-endpoint-configuration';

const NOTHING: MemberCheck = () => [];

const CHECKS: Readonly<Record<string, MemberCheck>> = {
  // Compared elsewhere, by route.
  paths: NOTHING,
  components: NOTHING,
  security: NOTHING,
  'x-amazon-apigateway-cors': NOTHING,
  'x-amazon-apigateway-request-validator': NOTHING,
  'x-amazon-apigateway-request-validators': NOTHING,
  openapi: differs('setting-changed', 'the version of OpenAPI'),
  info: compareInfo,
  tags: (base, now) =>
    isSameSet(base, now) ? [] : differs('documentation-changed', 'the list of tags')(base, now),
  servers: differs('setting-changed', 'the list of servers'),
  externalDocs: differs('documentation-changed', 'the external documentation'),
  'x-amazon-apigateway-documentation': () => [
    { kind: 'documentation-changed', message: 'the documentation parts changed' },
  ],
  'x-amazon-apigateway-api-key-source': (base, now) =>
    (base ?? 'HEADER') === (now ?? 'HEADER')
      ? []
      : differs('api-key-source-changed', 'the source of API keys')(base, now),
  'x-amazon-apigateway-binary-media-types': (base, now) =>
    isSameSet(base ?? [], now ?? [])
      ? []
      : differs('binary-types-changed', 'the list of binary media types')(base, now),
  'x-amazon-apigateway-minimum-compression-size': differs(
    'setting-changed',
    'the size from which responses are compressed',
  ),
  'x-amazon-apigateway-security-policy': compareTlsPolicies,
  'x-amazon-apigateway-endpoint-access-mode': (base, now) =>
    (base ?? 'BASIC') === (now ?? 'BASIC')
      ? []
      : differs(now === 'STRICT' ? 'tls-raised' : 'tls-lowered', 'the access mode of the endpoint')(
          base,
          now,
        ),
  'x-amazon-apigateway-policy': compareResourcePolicies,
  'x-amazon-apigateway-gateway-responses': compareGatewayResponses,
  [ENDPOINT]: compareEndpoints,
};

/** It may stand in `servers`. */
function withEndpoint(document: OpenApiDocument): JsonObject {
  const { servers, ...others } = document;
  const list = Array.isArray(servers) ? servers.filter(isObject) : [];
  const found = list.map((server) => server[ENDPOINT]).find((one) => one !== undefined);
  const left = list.map(withoutEndpoint).filter((server) => !isSame(server, { url: '/' }));
  return {
    ...others,
    ...(left.length > 0 ? { servers: left } : {}),
    ...(found === undefined ? {} : { [ENDPOINT]: found }),
  };
}

function withoutEndpoint(server: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(server).filter(([name]) => name !== ENDPOINT));
}

function compareInfo(base: Json | undefined, now: Json | undefined): readonly Found[] {
  return compareMembers(isObject(base) ? base : {}, isObject(now) ? now : {}, {}, (member, was, is) => [
    {
      kind: member === 'title' ? 'setting-changed' : 'documentation-changed',
      message: `${member === 'title' ? 'the name of the API' : `the ${showValue(member)} of the API`} ${describeDifference(was, is)}`,
    },
  ]);
}
