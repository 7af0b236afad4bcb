import { findReferenced } from '../../../../openapi/find-referenced.js';
import { referencesIn } from '../../../../openapi/list-references.js';
import type { GatewayModel } from '../../../../model/gateway-model.js';
import type { RestApi } from '../../rest-api-output.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** `@Exclude()` of class-transformer works in the handler, which does not run where DynamoDB answers. */
export const excludedMemberAnswered: Rule<RestApi> = {
  code: 'excluded-member-answered',
  severity: 'warning',
  *check(model, { operations }) {
    if (model.excludedMembers.length === 0) return;
    for (const [route, { view }] of operations) {
      // Others answer with what their templates name, and have no members of a DTO.
      if (route.integration?.kind !== 'dynamodb' || route.integration.options.responses?.['default'])
        continue;
      const schemas = listSchemas(view.responseSchema, model);
      for (const { schema, member } of model.excludedMembers) {
        if (!schemas.has(schema)) continue;
        yield {
          at: { ...placeOf(route), member: `${schema}.${member}` },
          message: `\`@Exclude()\` is on \`${member}\`, but the handler does not run: DynamoDB answers the caller with it`,
          fix: 'Document the response with a DTO without this member, such as `OmitType(…)`.',
        };
      }
    }
  },
};

/** The names of the schemas that a schema refers to, directly or not. */
function listSchemas(schema: unknown, model: GatewayModel, found = new Set<string>()): ReadonlySet<string> {
  for (const { target } of referencesIn(schema, '')) {
    const referenced = findReferenced(target, [model.document, model.hidden]);
    if (referenced?.name === undefined || found.has(referenced.name)) continue;
    found.add(referenced.name);
    listSchemas(referenced.value, model, found);
  }
  return found;
}
