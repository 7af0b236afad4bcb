import type { ContextGateway } from '../../grammar/context-variables.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import type { Route } from '../../model/routes/route.js';
import { valuesOf } from '../../model/integrations/values-of.js';
import { listRequestValues } from '../../services/list-request-values.js';
import { formatRequestValue } from '../../values/format-request-value.js';
import type { Finding } from '../rule.js';
import { findEmptyContext, guardOf } from './find-empty-context.js';

/** Values of the request in a route's options that read what `$context` does not have there. */
export function* checkContextValues(
  route: Route,
  model: Pick<GatewayModel, 'authorizers'>,
  gateway: ContextGateway,
): Generator<Omit<Finding, 'at'>> {
  for (const value of listRequestValues(valuesOf(route.integration))) {
    const kind = value['@request'];
    if (kind !== 'context' && kind !== 'authorizer') continue;
    const name = kind === 'context' ? value.name : `authorizer.${value.name}`;
    const fault = findEmptyContext(formatRequestValue(value) ?? '', name, guardOf(route, model), gateway);
    if (fault) yield fault;
  }
}
