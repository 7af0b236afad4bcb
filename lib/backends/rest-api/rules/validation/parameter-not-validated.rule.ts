import { listRequired, PARAMETER_NAME } from '../../../../model/list-required.js';
import type { JsonObject, OpenApiParameter } from '../../../../openapi/openapi.js';
import type { RestApi } from '../../rest-api-output.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** Import takes no cookies, not every name, and each name once: what it cannot declare is not checked. */
export const parameterNotValidated: Rule<RestApi> = {
  code: 'parameter-not-validated',
  severity: 'warning',
  *check(_, { operations }) {
    for (const [route, { parameters, view }] of operations) {
      if (route.validation !== 'all' && route.validation !== 'params') continue;
      for (const parameter of listRequired(route, view)) {
        if (isDeclared(parameter, parameters)) continue;
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

function isDeclared({ name, in: place }: OpenApiParameter, declared: readonly JsonObject[]): boolean {
  return declared.some((one) => one['name'] === name && one['in'] === place);
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
