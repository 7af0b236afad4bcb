import { placeOf, type Rule } from './rule.js';

/** A `{name}` in a backend's URL is filled from the path parameter of that name, which the route must have. */
export const unknownPathParameter: Rule = {
  code: 'unknown-path-parameter',
  severity: 'error',
  *check({ routes }) {
    for (const route of routes) {
      if (route.integration?.kind !== 'http') continue;
      const known = route.pathParameters.map(({ name }) => name);
      for (const name of route.integration.pathParameters.filter((used) => !known.includes(used))) {
        yield {
          at: placeOf(route),
          message: `the URL of \`@AwsHttp\` has \`{${name}}\`, and the path \`${route.path}\` has no such variable`,
          fix:
            known.length > 0
              ? `Use one of ${known.map((variable) => `\`{${variable}}\``).join(', ')}, or a placeholder \`\${${name}}\`.`
              : `Write a placeholder, \`\${${name}}\`, or add the variable to the path.`,
        };
      }
    }
  },
};
