import type { GatewayModel } from '../../model/gateway-model.js';
import type { Route } from '../../model/routes/route.js';
import { listGatewayAnswers, takesBody } from '../../model/answers/list-gateway-answers.js';
import { isObject, type JsonObject } from '../../openapi/openapi.js';
import type { Answer } from './answer.js';

/**
 * The responses of a route: those of its integration, and those that the gateway generates.
 *
 * @param written the integration in the private document, or the route in the file for Kong
 */
export function listAnswers(
  route: Route,
  model: Pick<GatewayModel, 'authorizers' | 'settings'>,
  written: JsonObject | undefined,
): readonly Answer[] {
  const isKong = model.settings.gateway === 'kong';
  if (isKong && !written) return [];
  const from = isKong ? 'Kong' : 'API Gateway';
  const own = [
    ...(takesBody(route) ? listUnread(written) : []).map((when) => ({ status: 415, when })),
    ...listGatewayAnswers(route, model),
  ].toSorted((a, b) => a.status - b.status);
  return [
    ...(isKong ? listOfKong(route) : listMapped(written)),
    ...own.map(({ status, when }): Answer => ({ status: String(status), from, when })),
  ];
}

function listOfKong({ integration }: Route): readonly Answer[] {
  if (integration?.kind === 'mock')
    return [{ status: String(integration.status), from: 'integration', when: 'always' }];
  return [chosenBy(integration?.kind === 'lambda' ? 'function' : 'backend')];
}

function listMapped(integration: JsonObject | undefined): readonly Answer[] {
  if (!integration) return [];
  const type = String(integration['type']).toLowerCase();
  if (integration['integrationSubtype'] !== undefined) return [chosenBy('service')];
  if (type.endsWith('_proxy')) return [chosenBy(type === 'aws_proxy' ? 'function' : 'backend')];
  const responses = isObject(integration['responses']) ? integration['responses'] : {};
  return Object.entries(responses).map(([pattern, response]) => ({
    status: isObject(response) ? String(response['statusCode']) : '-',
    from: 'integration',
    when: pattern === 'default' ? 'no other pattern matches' : `the result matches ${pattern}`,
  }));
}

function chosenBy(who: string): Answer {
  return { status: '*', from: 'integration', when: `the ${who} chooses the status` };
}

/** Why the type of a body is refused, if it may be: templates read some types, and no other passes. */
function listUnread(integration: JsonObject | undefined): readonly string[] {
  const { requestTemplates, passthroughBehavior } = integration ?? {};
  const types = isObject(requestTemplates) ? Object.keys(requestTemplates) : [];
  const passes = passthroughBehavior === undefined || /^when_no_match$/i.test(String(passthroughBehavior));
  return types.length === 0 || passes ? [] : [`the body has another type than ${types.join(', ')}`];
}
