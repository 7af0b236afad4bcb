import { isObject } from '../../../../openapi/openapi.js';
import { listSchemaNames } from '../../../../openapi/list-schema-names.js';
import type { Integration } from '../../../../model/integrations/integration.js';
import type { ExcludedMember } from '../../../../model/app-source.js';
import type { RouteView } from '../../../../model/documents/view-route.js';
import type { RestApi } from '../../rest-api-output.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** class-transformer works in the handler, which does not run where DynamoDB answers. */
export const excludedMemberAnswered: Rule<RestApi> = {
  code: 'excluded-member-answered',
  severity: 'warning',
  *check(model, { operations }) {
    if (model.excludedMembers.length === 0) return;
    for (const [route, { view }] of operations) {
      // Others answer with what their templates name, and have no members of a DTO.
      if (route.integration?.kind !== 'dynamodb' || route.integration.options.responses?.['default'])
        continue;
      const isAnswered = readAnswered(view, route.integration);
      for (const excluded of model.excludedMembers) {
        if (!isAnswered(excluded)) continue;
        const { schema, member, by } = excluded;
        yield {
          at: { ...placeOf(route), member: `${schema}.${member}` },
          message: `\`${by}\` is on \`${member}\`, but the handler does not run: DynamoDB answers the caller with the stored value`,
          fix: 'Document the response with a DTO without this member, such as `OmitType(…)`.',
        };
      }
    }
  },
};

/** Of an item that is read in part, only the named attributes are answered, with what is in them. */
function readAnswered(
  { responseSchema, lookup }: RouteView,
  { options }: Extract<Integration, { readonly kind: 'dynamodb' }>,
): (member: ExcludedMember) => boolean {
  const names = listSchemaNames(responseSchema, lookup);
  const projection = 'projection' in options ? options.projection : undefined;
  if (!projection) return ({ schema }) => names.has(schema);
  const properties = [...names].flatMap((name) => {
    const found = lookup({ $ref: `#/components/schemas/${name}` })?.['properties'];
    return isObject(found) ? Object.entries(found) : [];
  });
  const within = properties.flatMap(([name, property]) =>
    projection.includes(name) ? [...listSchemaNames(property, lookup)] : [],
  );
  return ({ schema, member }) =>
    names.has(schema) && (projection.includes(member) || within.includes(schema));
}
