import type { Rule } from './rule.js';

/** Nest writes one schema for two classes with the same name, so that one of them is documented as the other. */
export const schemaNameReused: Rule = {
  code: 'schema-name-reused',
  severity: 'warning',
  *check({ reusedSchemas }) {
    for (const { name, at } of reusedSchemas) {
      const [first, ...others] = at.map(({ controller, handler }) => `\`${controller}.${handler}\``);
      yield {
        at: at[0]!,
        message: `the class \`${name}\` of ${first} and the one of ${others.join(', ')} share a name: both have the schema of the last one, and API Gateway checks no body against it`,
        fix: `Rename one of the classes, or give it a name of its own with \`@ApiSchema({ name: '…' })\`.`,
      };
    }
  },
};
