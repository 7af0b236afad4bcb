import type { Route } from '../../../model/gateway-model.js';
import { listRequired, PARAMETER_NAME } from '../../../model/list-required.js';
import { isObject, type OpenApiParameter } from '../../../openapi/openapi.js';
import { viewRoute } from '../../../model/view-route.js';
import { findRenderedOperation } from '../find-rendered-operation.js';
import { placeOf, type Documents, type Rule } from '../../../rules/rule.js';

/** Import takes no cookies, not every name, and each name once: what it cannot declare is not checked. */
export const parameterNotValidated: Rule = {
  code: 'parameter-not-validated',
  severity: 'warning',
  *check(model, documents) {
    for (const route of model.routes) {
      if (route.validation !== 'all' && route.validation !== 'params') continue;
      for (const parameter of listRequired(route, viewRoute(route, model))) {
        if (isDeclared(parameter, route, documents)) continue;
        const { why, rename } = findReason(parameter);
        yield {
          at: placeOf(route),
          message: `API Gateway does not check that the ${NOUNS[parameter.in]} \`${parameter.name}\` is there: ${why}`,
          fix: `${rename ? `${rename}, or let` : 'Let'} the backend check it, and say so with \`@AwsIgnore('parameter-not-validated', '…')\`.`,
        };
      }
    }
  },
};

const NOUNS: Readonly<Record<string, string>> = {
  query: 'query parameter',
  header: 'header',
  cookie: 'cookie',
};

function isDeclared({ name, in: place }: OpenApiParameter, route: Route, documents: Documents): boolean {
  const { parameters } = findRenderedOperation(route, documents);
  return (
    Array.isArray(parameters) &&
    parameters.some((one) => isObject(one) && one['name'] === name && one['in'] === place)
  );
}

function findReason({ name, in: place }: OpenApiParameter): {
  readonly why: string;
  readonly rename?: string;
} {
  if (place === 'cookie') return { why: 'it knows no cookies' };
  return PARAMETER_NAME.test(name)
    ? { why: 'another parameter of the route has its name', rename: 'Rename one of the two' }
    : { why: 'it takes no such name', rename: 'Name it with letters, digits, `.`, `_`, `$` and `-`' };
}
