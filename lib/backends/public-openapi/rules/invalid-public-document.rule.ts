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
    const unknown = findUnknown(document);
    yield* checkTypes(unknown, model, document);
    yield* checkMembers(unknown, model, document);
    yield* checkSchemes(document);
    yield* checkPathParameters(model);
  },
};

interface Unknown {
  /** Where each unknown type stands. */
  readonly types: ReadonlyMap<string, Places>;
  /** Where each unknown member of a kind of object stands, as `schema foo`. */
  readonly members: ReadonlyMap<string, Places>;
}

/** The keys that lead to each place. */
type Places = readonly (readonly string[])[];

function findUnknown(document: OpenApiDocument): Unknown {
  const is30 = (document.openapi ?? '3.0').startsWith('3.0');
  const types = new Map<string, (readonly string[])[]>();
  const members = new Map<string, (readonly string[])[]>();
  mapOpenApi(document, (object, kind, keys) => {
    const { type } = object;
    if (typeof type === 'string' && !KNOWN_TYPES.has(type)) addPlace(types, type, [...keys]);
    for (const name of listUnknownMembers(object, kind, is30)) {
      addPlace(members, `${KINDS[kind] ?? kind} ${name}`, [...keys, name]);
    }
    return object;
  });
  return { types, members };
}

function addPlace(found: Map<string, (readonly string[])[]>, key: string, place: readonly string[]): void {
  const places = found.get(key) ?? found.set(key, []).get(key)!;
  places.push(place);
}

const KNOWN_TYPES: ReadonlySet<string> = new Set(TYPES);

/** Each unknown type once, at the first member that has it. */
function* checkTypes({ types }: Unknown, model: GatewayModel, document: OpenApiDocument): Generator<Finding> {
  for (const [type, places] of types) {
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

/** Each unknown member once for each kind of object, at the first that has it. */
function* checkMembers(
  { members }: Unknown,
  model: GatewayModel,
  document: OpenApiDocument,
): Generator<Finding> {
  for (const [key, places] of members) {
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
