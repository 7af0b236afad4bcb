import { asJson, type Json } from '../json.js';

/**
 * What `GetAuthorizers` answers after an import, by name and without ids: one for each scheme with an authorizer,
 * whether or not a method uses it.
 */
export function storeAuthorizers(document: Json): Readonly<Record<string, Json>> {
  const schemes = Object.entries(asJson(asJson(document['components'])['securitySchemes']));
  return Object.fromEntries(
    schemes.flatMap(([name, value]) => {
      const scheme = asJson(value);
      const { identitySource, type, ...authorizer } = asJson(scheme['x-amazon-apigateway-authorizer']);
      if (type === undefined) return [];
      const derived = `method.request.header.${String(scheme['name'])}`;
      return [
        [
          name,
          {
            ...authorizer,
            type: String(type).toUpperCase(),
            authType: scheme['x-amazon-apigateway-authtype'],
            identitySource: type === 'request' ? identitySource : derived,
          },
        ],
      ];
    }),
  );
}
