import { asArray, asJson } from '../json.js';
import { judgeHttpIntegration } from './judge-http-integration.js';
import { INTEGRATION, INTEGRATIONS, type HttpRoute } from './http-verdict.js';

const MEMBERS = [
  'operationId',
  'summary',
  'description',
  'tags',
  'deprecated',
  'externalDocs',
  'parameters',
  'responses',
  'security',
  'isDefaultRoute',
  INTEGRATION,
];

export function judgeHttpOperation(route: HttpRoute): void {
  const { operation, place, path, method, report } = route;
  for (const name of Object.keys(operation)) {
    if (!MEMBERS.includes(name)) report('dropped', `info: ${name} is ignored`, place);
  }
  if (typeof operation['responses'] !== 'object') {
    // The words are those of terraform-provider-aws and moto.
    report('warned', `Parse issue: attribute paths.'${path}'(${method}).responses is missing`, place);
  }
  for (const [status, response] of Object.entries(asJson(operation['responses']))) {
    if (asJson(response)['content'] !== undefined)
      report('dropped', `info: content of ${status} is ignored`, place);
  }
  judgeRequirements(route);
  const given = operation[INTEGRATION];
  if (given === undefined) return report('broken', 'nothing answers the route', place);
  const reference = asJson(given)['$ref'];
  if (reference === undefined) return judgeHttpIntegration(asJson(given), route);
  const prefix = `#/components/${INTEGRATIONS}/`;
  const name = String(reference).slice(prefix.length);
  if (!String(reference).startsWith(prefix) || !Object.hasOwn(route.shared, name))
    return report('warned', `Parse issue: ${String(reference)} is missing`, place);
  judgeHttpIntegration(asJson(route.shared[name]), route);
}

function judgeRequirements({ operation, schemes, guard, place, report }: HttpRoute): void {
  const requirements = asArray(operation['security']).map(asJson);
  const names = requirements.flatMap(Object.keys);
  if (requirements.length > 1 || names.length > 1)
    report('rejected', 'Multiple security requirements are not supported', place);
  for (const name of names) {
    if (!Object.hasOwn(schemes, name)) report('rejected', `no security scheme ${name}`, place);
  }
  const scopes = requirements.flatMap((one) => Object.values(one).flatMap(asArray));
  if (scopes.length > 0 && guard !== 'jwt')
    report('rejected', `scopes are for JWT authorizers, not for ${guard}`, place);
}
