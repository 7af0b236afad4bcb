import type { GatewayModel } from '../../../model/gateway-model.js';
import type { Route } from '../../../model/routes/route.js';
import { findOperation } from '../../../model/documents/view-route.js';
import { isObject, type OpenApiDocument } from '../../../openapi/openapi.js';
import { placeOf, type Finding, type Rule } from '../../../rules/rule.js';
import { listUnknownMembers } from '../known-members.js';
import { mapOpenApi, type ObjectKind } from '../map-openapi.js';
import { TYPES } from '../mend-document.js';
import { findPlace } from './find-place.js';
import { moreHaveIt } from '../../../rules/more-have-it.js';

/**
 * What Nest's document has that OpenAPI does not know, and that has no meaning to mend it by. Client generators fail
 * on it.
 */
export const invalidPublicDocument: Rule<OpenApiDocument> = {
  code: 'invalid-public-document',
  severity: 'warning',
  *check(model, document) {
    yield* checkTypes(model, document);
    yield* checkMembers(model, document);
    yield* checkSchemes(document);
    yield* checkPathParameters(model);
  },
};

/** Each unknown type once, at the first member that has it. */
function* checkTypes(model: GatewayModel, document: OpenApiDocument): Generator<Finding> {
  const found = new Map<string, (readonly string[])[]>();
  visitTypes(document, [], (type, keys) => {
    if (!KNOWN_TYPES.has(type)) found.set(type, [...(found.get(type) ?? []), [...keys]]);
  });
  for (const [type, places] of found) {
    const more = moreHaveIt(places.length - 1, 'place');
    yield everywhere(places, model, document, {
      message: `OpenAPI does not know the type \`${type}\`${more}`,
      fix: `${isListOfLists(places[0]!) ? 'Remove `isArray: true` beside `type: […]`, which together make a list of lists. Otherwise give' : 'Give'} the decorator, such as \`@ApiProperty\`, a class or one of ${TYPES.slice(
        0,
        -1,
      )
        .map((name) => `\`'${name}'\``)
        .join(', ')} as \`type\`.`,
    });
  }
}

function isListOfLists(keys: readonly string[]): boolean {
  return keys.at(-1) === 'items' && keys.at(-2) === 'items';
}

/** One finding for all its places. */
function everywhere(
  places: readonly (readonly string[])[],
  model: GatewayModel,
  document: OpenApiDocument,
  finding: Omit<Finding, 'at'>,
): Finding {
  const placed = (keys: readonly string[]): Finding => ({ at: findPlace(keys, model, document), ...finding });
  return { ...placed(places[0]!), also: () => places.slice(1).map(placed) };
}

const KNOWN_TYPES: ReadonlySet<string> = new Set(TYPES);
const NAMES: ReadonlySet<string> = new Set(
  'properties patternProperties schemas headers content parameters responses'.split(' '),
);
const OTHERS: ReadonlySet<string> = new Set(
  'example examples default enum const securitySchemes info'.split(' '),
);

/** `keys` lead to the object with the type. The list is one and the same for each call. */
function visitTypes(
  value: object,
  keys: string[],
  visit: (type: string, keys: readonly string[]) => void,
  isNames = false,
): void {
  const members = value as Readonly<Record<string, unknown>>;
  if (!isNames && typeof members['type'] === 'string') visit(members['type'], keys);
  for (const key in members) {
    const member = members[key];
    if (typeof member !== 'object' || member === null) continue;
    if (!isNames && (OTHERS.has(key) || key.startsWith('x-'))) continue;
    keys.push(key);
    visitTypes(member, keys, visit, !isNames && NAMES.has(key) && !Array.isArray(member));
    keys.pop();
  }
}

/** Each unknown member once for each kind of object, at the first that has it. */
function* checkMembers(model: GatewayModel, document: OpenApiDocument): Generator<Finding> {
  const is30 = (document.openapi ?? '3.0').startsWith('3.0');
  const found = new Map<string, (readonly string[])[]>();
  mapOpenApi(document, (object, kind, keys) => {
    for (const name of listUnknownMembers(object, kind, is30)) {
      const key = `${KINDS[kind] ?? kind} ${name}`;
      const places = found.get(key) ?? found.set(key, []).get(key)!;
      places.push([...keys, name]);
    }
    return object;
  });
  for (const [key, places] of found) {
    const name = places[0]!.at(-1)!;
    const kind = key.slice(0, -name.length - 1);
    const more = moreHaveIt(places.length - 1, 'place');
    yield everywhere(places, model, document, {
      message: `OpenAPI ${document.openapi} does not know the member \`${name}\` of the ${kind}${more}`,
      fix:
        kind === 'schema'
          ? "Remove it from the decorator, or call `setOpenAPIVersion('3.1.0')` of the `DocumentBuilder`, whose schemas may have it."
          : 'Remove it from the decorator, or give it a name that begins with `x-`.',
    });
  }
}

const KINDS: Readonly<Partial<Record<ObjectKind, string>>> = { body: 'request body', media: 'content' };

function* checkSchemes({ components }: OpenApiDocument): Generator<Finding> {
  for (const [name, scheme] of Object.entries(components?.['securitySchemes'] ?? {})) {
    if (!isObject(scheme) || '$ref' in scheme || typeof scheme['type'] === 'string') continue;
    yield {
      at: { member: `components.securitySchemes.${name}` },
      message: `the security scheme \`${name}\` has no \`type\``,
      fix: 'Give `addSecurity` of the `DocumentBuilder` one of `http`, `apiKey`, `oauth2` and `openIdConnect` as `type`.',
    };
  }
}

/** A handler with several paths may read what only one of them has. */
function* checkPathParameters(model: GatewayModel): Generator<Finding> {
  const handlers = new Map<string, Route[]>();
  for (const route of model.routes) {
    const key = `${route.controller}.${route.handler}`;
    const known = handlers.get(key);
    if (known) known.push(route);
    else handlers.set(key, [route]);
  }
  for (const routes of handlers.values()) {
    const known = new Set(routes.flatMap(({ pathParameters }) => pathParameters.map(({ name }) => name)));
    const [route] = routes;
    const names = (findOperation(route!, model).parameters ?? [])
      .filter((parameter) => parameter.in === 'path' && !known.has(parameter.name))
      .map(({ name }) => name);
    for (const name of new Set(names)) {
      yield {
        at: placeOf(route!),
        message: `the path parameter \`${name}\` is declared, but the path \`${route!.path}\` has no such variable`,
        fix: `Remove \`@ApiParam\` or \`@Param\` of \`${name}\`, or correct the name.`,
      };
    }
  }
}
