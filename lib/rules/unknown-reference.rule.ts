import { findReferenced } from '../openapi/find-referenced.js';
import type { Route } from '../model/gateway-model.js';
import { listReferences, referencesIn, referencesOf, type Reference } from '../openapi/list-references.js';
import { findOperation } from '../model/view-route.js';
import { placeOf, type Finding, type Rule } from './rule.js';

/** A broken reference has no model: API Gateway validates nothing there, and Swagger UI shows nothing. */
export const unknownReference: Rule = {
  code: 'unknown-reference',
  severity: 'error',
  *check(model) {
    const documents = [model.document, model.hidden];
    // A component is read once, at the first route that leads to it.
    const seen = new Set<unknown>();
    const follow = function* (
      route: Route,
      reference: Reference,
      dto: string | undefined,
    ): Generator<Finding> {
      const found = findReferenced(reference.target, documents);
      if (!found) {
        yield describe(route, reference, dto);
        return;
      }
      if (seen.has(found.value)) return;
      seen.add(found.value);
      const { name, value } = found;
      const inside = HOLDERS.test(reference.target)
        ? referencesOf(value, reference.owner)
        : referencesIn(value, reference.owner);
      for (const next of inside) yield* follow(route, next, name);
    };
    for (const route of model.routes) {
      // A member may have the same reference under several content types.
      const said = new Set<string>();
      for (const reference of listReferences(findOperation(route, model))) {
        const key = JSON.stringify(reference);
        if (!said.has(key)) yield* follow(route, reference, undefined);
        said.add(key);
      }
    }
  },
};

/** Components that contain schemas but are not schemas. */
const HOLDERS = /^#\/components\/(?:parameters|requestBodies|responses|headers)\//;

function describe(route: Route, { owner, path, target }: Reference, dto: string | undefined): Finding {
  const member = dto === undefined ? path : [dto, path].filter(Boolean).join('.');
  const what =
    dto === undefined && path ? `\`${path}\` of ${owner}` : dto === undefined ? owner : `\`${member}\``;
  const [, section, name] = /^#\/components\/(\w+)\/(.+)$/.exec(target) ?? [];
  return {
    at: { ...placeOf(route), ...(member ? { member } : {}) },
    message: target.startsWith('#')
      ? `${what} refers to \`${target}\`, which the document does not have`
      : `${what} refers to \`${target}\`, but API Gateway reads no other document`,
    fix:
      section === 'schemas' && /^[\w$]+$/.test(name!)
        ? `Add \`@ApiExtraModels(${name})\` to the handler or its class, or correct the name.`
        : section !== undefined && section !== 'schemas'
          ? 'Add it to the components of the document, or write it inline.'
          : 'Write the schema inline, or declare it as a DTO and refer to it with `getSchemaPath`.',
  };
}
