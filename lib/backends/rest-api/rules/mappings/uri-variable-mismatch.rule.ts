import { listUriVariables } from '../../../../grammar/list-uri-variables.js';
import { formatDeployText } from '../../../../values/deploy-text.js';
import { isDeployValue, isPlaceholder } from '../../../../values/deploy-value.js';
import { listRawIntegrations } from '../list-raw-integrations.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** Only a mapping with the same name fills in a `{name}` of a `uri`. */
export const uriVariableMismatch: Rule = {
  code: 'uri-variable-mismatch',
  severity: 'error',
  *check(model) {
    for (const {
      route,
      view: { type, uri, requestParameters },
    } of listRawIntegrations(model)) {
      const at = placeOf(route);
      if (type === 'mock') continue;
      const variables = listUriVariables(formatDeployText(uri));
      const mapped = Object.keys(requestParameters)
        .filter((key) => key.startsWith(TARGET))
        .map((key) => key.slice(TARGET.length));
      for (const name of variables) {
        if (mapped.includes(name)) continue;
        const source = route.pathParameters.some((known) => known.name === name) ? name : 'NAME';
        yield {
          at,
          message: `the \`uri\` of \`@AwsIntegration\` has \`{${name}}\`, but no mapping fills it in`,
          fix: `Add \`'${TARGET}${name}': 'method.request.path.${source}'\` to \`requestParameters\`.`,
        };
      }
      // A placeholder may contain variables.
      if (isDeployValue(uri) && uri['@deploy'].some(isPlaceholder)) continue;
      for (const name of mapped) {
        if (variables.includes(name)) continue;
        yield {
          at,
          message: `\`@AwsIntegration\` maps \`${TARGET}${name}\`, but its \`uri\` has no \`{${name}}\``,
          fix: `Add \`{${name}}\` to the \`uri\`, or remove the mapping.`,
        };
      }
    }
  },
};

/** What fills in a variable of a URI. */
export const TARGET = 'integration.request.path.';
