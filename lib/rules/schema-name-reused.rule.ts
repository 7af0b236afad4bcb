import type { GatewayModel } from '../model/gateway-model.js';
import type { Route } from '../model/routes/route.js';
import { viewRoute } from '../model/documents/view-route.js';
import { listSchemaNames } from '../openapi/list-schema-names.js';
import { nameHandler, nameRoute, placeOf, type Rule } from './rule.js';

/** Nest writes one schema for two classes or enums with the same name, so that one of them is documented as the other. */
export const schemaNameReused: Rule = {
  code: 'schema-name-reused',
  severity: 'warning',
  *check(model) {
    for (const { name, of, at } of model.reusedSchemas) {
      const [first, ...others] = at.map((place) => `\`${nameHandler(place)}\``);
      const shared = `the ${of} \`${name}\` of ${first} and the one of ${others.join(', ')} share a name: both have the schema of the ${of === 'class' ? 'last' : 'first'} one`;
      const fix =
        of === 'class'
          ? `Rename one of the classes, or give it a name of its own with \`@ApiSchema({ name: '…' })\`.`
          : `Give one of the enums another \`enumName\`.`;
      const following = model.routes.find((route) => followsSchema(route, name, model));
      yield following
        ? {
            at: placeOf(following),
            message: `${shared}, and ${nameRoute(following)} reads and writes the members of that one`,
            fix,
            severity: 'error',
          }
        : {
            at: at[0]!,
            message: `${shared}, and API Gateway checks no body against it`,
            fix,
          };
    }
  },
};

/** The templates of DynamoDB are made of the members of the body or of the answer. */
function followsSchema(route: Route, name: string, model: GatewayModel): boolean {
  if (route.integration?.kind !== 'dynamodb') return false;
  const { requestSchema, responseSchema, lookup } = viewRoute(route, model);
  return [requestSchema, responseSchema].some((schema) => listSchemaNames(schema, lookup).has(name));
}
