import type { Route } from '../../../model/gateway-model.js';
import { findMappingFaults, type MappingFault } from '../../../grammar/mapping.js';
import { isObject } from '../../../openapi/openapi.js';
import { formatDeployValue, isDeployValue } from '../../../values/deploy-value.js';
import { findRenderedOperation, integrationOf } from '../find-rendered-operation.js';
import { memberOf } from '../../../openapi/member-of.js';
import { listMappings, listOf } from './list-mappings.js';
import { placeOf, type Documents, type Rule } from '../../../rules/rule.js';

/** A mapping that import does not understand fails the whole document. */
export const invalidMapping: Rule = {
  code: 'invalid-mapping',
  severity: 'error',
  final: true,
  *check({ routes, settings }, documents) {
    for (const route of routes) {
      const at = placeOf(route);
      for (const { side, key, value } of listMappings(route.integration)) {
        for (const fault of findMappingFaults(side, key, value)) yield { at, ...fault };
      }
      for (const fault of findUndeclared(route, documents)) yield { at, ...fault };
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

/** What is mapped has to be declared, and an operation declares a name once, in whatever place it stands. */
function* findUndeclared(route: Route, documents: Documents): Generator<MappingFault> {
  const operation = findRenderedOperation(route, documents);
  const integration = integrationOf(operation);
  const declared = new Set(
    asList(operation['parameters']).map((one) =>
      isObject(one) ? `${String(one['in'])} ${String(one['name'])}` : '',
    ),
  );
  const sources = [
    ...Object.values(memberOf(integration, 'requestParameters')),
    ...asList(integration['cacheKeyParameters']),
  ].map((value) => (isDeployValue(value) ? formatDeployValue(value) : String(value)));
  for (const source of new Set(sources)) {
    const [, place, name] = SOURCE.exec(source) ?? [];
    if (name === undefined || declared.has(`${place === 'header' ? 'header' : 'query'} ${name}`)) continue;
    yield name.includes('${')
      ? {
          message: `the operation cannot declare \`${source}\`, whose name is known at deployment alone`,
          fix: 'Write the name out.',
        }
      : {
          message: `the operation cannot declare \`${source}\`: another parameter of the route has its name`,
          fix: 'Rename one of them: path, query and header parameters share their names.',
        };
  }
}

/** Those of the path are another rule's. */
const SOURCE = /^method\.request\.(?:multivalue)?(querystring|header)\.([a-zA-Z0-9._$-]+(?:\$\{.+)?|\$\{.+)$/;

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
