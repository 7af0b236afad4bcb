import { isObject } from '../../../openapi/openapi.js';
import { checkContextValues } from '../../../rules/aws/check-context-values.js';
import { findEmptyContext, guardOf } from '../../../rules/aws/find-empty-context.js';
import { placeOf, type Finding, type Rule } from '../../../rules/rule.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import type { Route } from '../../../model/routes/route.js';
import { formatDeployText } from '../../../values/deploy-text.js';

/** A variable of `$context` that an HTTP API does not have, or has nothing for on this route, is always empty. */
export const emptyContextVariable: Rule = {
  code: 'empty-context-variable',
  severity: 'error',
  *check(model) {
    for (const route of model.routes) {
      const faults = [...checkContextValues(route, model, 'http-api'), ...checkMappings(route, model)];
      // The same value may be used several times.
      const distinct = new Map(faults.map((fault) => [fault.message, fault]));
      for (const fault of distinct.values()) yield { at: placeOf(route), ...fault };
    }
  },
};

const VARIABLE = /\$\{?(context\.[\w.:-]+)/g;

/** The mappings of an integration object. */
function* checkMappings(
  route: Route,
  model: Pick<GatewayModel, 'authorizers'>,
): Generator<Omit<Finding, 'at'>> {
  if (route.integration?.kind !== 'raw') return;
  const { requestParameters } = route.integration.object;
  for (const value of Object.values(isObject(requestParameters) ? requestParameters : {})) {
    for (const [, written = ''] of formatDeployText(value).matchAll(VARIABLE)) {
      const name = written.slice('context.'.length);
      const fault = findEmptyContext(`$${written}`, name, guardOf(route, model), 'http-api');
      if (fault) yield fault;
    }
  }
}
