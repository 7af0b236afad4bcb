import { findReferenced } from '../openapi/find-referenced.js';
import type { GatewayModel } from '../model/gateway-model.js';
import type { Route } from '../model/routes/route.js';
import { listReferences, referencesIn, referencesOf, type Reference } from '../openapi/list-references.js';
import { isService } from '../services/service-integrations.js';
import { findOperation, handlersOf } from '../model/documents/view-route.js';
import { placeOf, type Finding, type Rule } from './rule.js';
import { VALIDATED } from '../model/routes/validated.js';

/**
 * A broken reference has no model: API Gateway validates nothing there, and client generators fail. Each missing name
 * is reported once. Where nothing is checked, and no template follows the schema, the gateway does not change.
 */
export const unknownReference: Rule = {
  code: 'unknown-reference',
  severity: 'error',
  *check(model) {
    const missing = new Map<string, Use[]>();
    visitMissing(model, (use) => {
      const known = missing.get(use.reference.target);
      if (known) known.push(use);
      else missing.set(use.reference.target, [use]);
    });
    for (const uses of missing.values()) {
      yield {
        ...describe(uses[0]!, uses.length),
        also: () => uses.slice(1).map((use) => describe(use, uses.length)),
      };
    }
  },
};

/** A broken reference. */
interface Use {
  readonly route: Route;
  readonly reference: Reference;
  /** The schema that contains it. Absent: the operation contains it. */
  readonly dto: string | undefined;
  /** The gateway validates it, or a template follows it. */
  readonly matters: boolean;
}

function visitMissing(model: GatewayModel, visit: (use: Use) => void): void {
  const documents = [model.document, model.hidden];
  // A component is read once, at the first route that leads to it.
  const read = new Set<unknown>();
  const follow = (use: Use): void => {
    const { target, owner } = use.reference;
    if (read.has(target)) return;
    const found = findReferenced(target, documents);
    if (!found) return visit(use);
    const { name: dto, value } = found;
    read.add(target);
    // It may be written in two ways.
    if (read.has(value)) return;
    read.add(value);
    const inside = HOLDERS.test(target) ? referencesOf(value, owner) : referencesIn(value, owner);
    for (const reference of inside) follow({ ...use, reference, dto });
  };
  const direct = model.routes.flatMap(handlersOf).flatMap((route) => listDirect(route, model));
  for (const use of direct) if (use.matters) follow(use);
  for (const use of direct) if (!use.matters) follow(use);
}

/** The references of an operation. A member may have the same reference under several content types. */
function listDirect(route: Route, model: GatewayModel): readonly Use[] {
  const { validation, integration } = route;
  const followsTypes = integration !== undefined && isService(integration);
  const checksBody = VALIDATED[validation].body;
  const references = listReferences(findOperation(route, model));
  return references
    .filter((one, index) => !references.slice(0, index).some((earlier) => isSame(one, earlier)))
    .map((reference) => ({
      route,
      reference,
      dto: undefined,
      matters: followsTypes || (checksBody && reference.owner === 'the body'),
    }));
}

function isSame(one: Reference, other: Reference): boolean {
  return one.target === other.target && one.owner === other.owner && one.path === other.path;
}

/** Components that contain schemas but are not schemas. */
const HOLDERS = /^#\/components\/(?:parameters|requestBodies|responses|headers)\//;

/** @param count the places that refer to the same */
function describe({ route, reference, dto, matters }: Use, count: number): Finding {
  const { owner, path, target } = reference;
  const member = dto === undefined ? path : [dto, path].filter(Boolean).join('.');
  const what =
    dto === undefined && path ? `\`${path}\` of ${owner}` : dto === undefined ? owner : `\`${member}\``;
  const more = count === 1 ? '' : `, as ${count - 1} more ${count === 2 ? 'place does' : 'places do'}`;
  return {
    at: { ...placeOf(route), ...(member ? { member } : {}) },
    message: target.startsWith('#')
      ? `${what} refers to \`${target}\`${more}, but the document does not have it`
      : `${what} refers to \`${target}\`${more}, but API Gateway reads no other document`,
    fix: findFix(target),
    ...(matters ? {} : { severity: 'warning' }),
  };
}

function findFix(target: string): string {
  const [, section, name = ''] = /^#\/components\/(\w+)\/(.+)$/.exec(target) ?? [];
  if (section === 'schemas' && /^[\w$]+$/.test(name))
    return `Add \`@ApiExtraModels(${name})\` to a handler or a class, or correct the name.`;
  if (section !== undefined && section !== 'schemas')
    return 'Add it to the components of the document, or write it inline.';
  // JSON Schema's own place for shared parts, which zod uses.
  if (/^#\/(\$defs|definitions)\//.test(target))
    return 'With nestjs-zod, set `forRoot({ transformDocument: cleanupOpenApiDoc })`, which moves its schemas into the components. Otherwise declare the schema as a DTO and refer to it with `getSchemaPath`.';
  if (target === '#/components/schemas/')
    return 'Write `type: ItemDto` beside `isArray: true`, or `type: [ItemDto]` without it: both together name no schema.';
  return 'Write the schema inline, or declare it as a DTO and refer to it with `getSchemaPath`.';
}
