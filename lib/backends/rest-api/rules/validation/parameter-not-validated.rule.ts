import { listRequired, PARAMETER_NAME } from '../../../../model/documents/list-required.js';
import type { JsonObject, OpenApiParameter } from '../../../../openapi/openapi.js';
import type { RestApi } from '../../rest-api-output.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';
import { VALIDATED } from '../../../../model/routes/validated.js';

/** Import accepts no cookies, not every name, and each name only once: API Gateway does not check other parameters. */
export const parameterNotValidated: Rule<RestApi> = {
  code: 'parameter-not-validated',
  severity: 'warning',
  *check(_, { operations }) {
    for (const [route, { parameters, view }] of operations) {
      if (!VALIDATED[route.validation].params) continue;
      for (const parameter of listRequired(route, view)) {
        if (isDeclared(parameter, parameters)) continue;
        const { why, rename } = findReason(parameter);
        yield {
          at: placeOf(route),
          message: `API Gateway does not check whether the request has the ${NOUNS[parameter.in]} \`${parameter.name}\`: ${why}`,
          fix: `${rename ? `${rename}, or check` : 'Check'} it in the backend and add \`@AwsIgnore('parameter-not-validated', '…')\`.`,
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
  if (place === 'cookie') return { why: 'it does not read cookies' };
  return PARAMETER_NAME.test(name)
    ? { why: 'another parameter of the route has the same name', rename: 'Rename one of the two' }
    : {
        why: 'it does not accept this name',
        rename: 'Use only letters, digits, `.`, `_`, `$` and `-` in the name',
      };
}
