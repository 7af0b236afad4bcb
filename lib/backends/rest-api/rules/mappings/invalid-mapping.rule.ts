import { findMappingFaults, type MappingFault } from '../../../../grammar/mapping.js';
import { listMappedSources } from '../../integrations/list-mapped-sources.js';
import type { RenderedOperation, RestApi } from '../../rest-api-output.js';
import { listMappings, listOf } from './list-mappings.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** Import rejects the whole document if it does not understand a mapping. */
export const invalidMapping: Rule<RestApi> = {
  code: 'invalid-mapping',
  severity: 'error',
  final: true,
  *check({ routes, settings }, { operations }) {
    for (const route of routes) {
      const at = placeOf(route);
      for (const { side, key, value } of listMappings(route.integration)) {
        for (const fault of findMappingFaults(side, key, value)) yield { at, ...fault };
      }
      const rendered = operations.get(route);
      if (!rendered) continue;
      for (const fault of findUndeclared(rendered)) yield { at, ...fault };
    }
    for (const [type, { responseParameters }] of Object.entries(settings.gatewayResponses ?? {})) {
      for (const { side, key, value } of listOf('gateway', responseParameters)) {
        for (const { message, fix } of findMappingFaults(side, key, value)) {
          yield { at: {}, message: `in the gateway response \`${type}\`, ${message}`, fix };
        }
      }
    }
  },
};

/** A mapped parameter must be declared, and an operation declares a name only once, wherever the parameter is. */
function* findUndeclared({ parameters, integration }: RenderedOperation): Generator<MappingFault> {
  const declared = new Set(parameters.map((one) => `${String(one['in'])} ${String(one['name'])}`));
  for (const source of new Set(listMappedSources(integration))) {
    const [, place, name] = SOURCE.exec(source) ?? [];
    if (name === undefined || declared.has(`${place === 'header' ? 'header' : 'query'} ${name}`)) continue;
    yield name.includes('${')
      ? {
          message: `the operation cannot declare \`${source}\`, whose name is known only at deployment`,
          fix: 'Write the name without a placeholder.',
        }
      : {
          message: `the operation cannot declare \`${source}\`: another parameter of the route has the same name`,
          fix: 'Rename one of the two: path, query and header parameters need different names.',
        };
  }
}

/** Another rule checks path parameters. */
const SOURCE = /^method\.request\.(?:multivalue)?(querystring|header)\.([a-zA-Z0-9._$-]+(?:\$\{.+)?|\$\{.+)$/;
