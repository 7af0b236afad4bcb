import { findOperation } from '../model/documents/view-route.js';
import type { GatewayModel } from '../model/gateway-model.js';
import { listReferences } from '../openapi/list-references.js';
import { isObject } from '../openapi/openapi.js';
import { placeOf, type Rule } from './rule.js';
import { joinWords } from '../options/join-words.js';

/**
 * Most classes that the application documents are empty in the document: the plugin of `@nestjs/swagger`, which finds
 * the members, did not run. A single empty class may be meant.
 */
export const schemasWithoutMembers: Rule = {
  code: 'schemas-without-members',
  severity: 'warning',
  *check(model) {
    const schemas = Object.entries(model.document.components?.schemas ?? {});
    // Nest writes the classes in the order of the modules, which means nothing.
    const empty = schemas
      .filter(([, schema]) => isEmpty(schema))
      .map(([name]) => name)
      .toSorted();
    if (empty.length * 2 <= schemas.length) return;
    const route = findFirst(empty, model);
    if (!route) return;
    yield {
      at: placeOf(route),
      message: `the document has no members of ${listFew(empty)} (empty schemas: ${empty.length} of ${schemas.length})`,
      fix: 'Add the plugin `@nestjs/swagger` to `nest-cli.json`. With SWC, also set `typeCheck: true` there, and call `await SwaggerModule.loadPluginMetadata(metadata)` in `configure`. Or add `@ApiProperty()` to the members.',
    };
  },
};

/** A class without documented members, as Nest writes it. */
function isEmpty(schema: unknown): boolean {
  if (!isObject(schema) || schema['type'] !== 'object' || !isObject(schema['properties'])) return false;
  return Object.keys(schema['properties']).length === 0 && Object.keys(schema).length === 2;
}

/** The first route with a body or a response of one of the schemas. */
function findFirst(
  names: readonly string[],
  model: GatewayModel,
): GatewayModel['routes'][number] | undefined {
  const targets = new Set(names.map((one) => `#/components/schemas/${one}`));
  return model.routes.find((route) =>
    listReferences(findOperation(route, model)).some(({ target }) => targets.has(target)),
  );
}

function listFew(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((one) => `\`${one}\``);
  return joinWords(names.length > 3 ? [...shown, `${names.length - 3} more`] : shown);
}
