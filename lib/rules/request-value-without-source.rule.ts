import type { DataType } from '../model/data-type.js';
import type { Route } from '../model/gateway-model.js';
import { listRequestValues } from '../model/list-request-values.js';
import { memberType } from '../model/member-type.js';
import { isService } from '../model/service-integrations.js';
import { viewRoute } from '../model/view-route.js';
import type { RequestValue } from '../values/request-value.js';
import { placeOf, type Rule } from './rule.js';

/** A value that the request cannot hold would always be empty. */
export const requestValueWithoutSource: Rule = {
  code: 'request-value-without-source',
  severity: 'error',
  *check(model) {
    for (const route of model.routes) {
      if (!route.integration || !isService(route.integration)) continue;
      const { requestType, otherContentTypes } = viewRoute(route, model);
      const hasBody = requestType !== undefined || otherContentTypes.length > 0;
      for (const value of listRequestValues(route.integration.options)) {
        const fault = findFault(value, route, hasBody, requestType);
        if (fault) yield { at: placeOf(route), ...fault };
      }
    }
  },
};

function findFault(
  value: RequestValue,
  route: Route,
  hasBody: boolean,
  requestType: DataType | undefined,
): { readonly message: string; readonly fix: string } | undefined {
  if (value['@request'] === 'path' && !route.pathParameters.some(({ name }) => name === value.name)) {
    return {
      message: `\`fromPath('${value.name}')\` names no variable of the path \`${route.path}\``,
      fix: 'Name one of its variables, or add this one to the path.',
    };
  }
  if (value['@request'] !== 'body') return undefined;
  if (!hasBody) {
    return {
      message: `\`fromBody('${value.path}')\` reads a body, and the route takes none`,
      fix: 'Give the handler a `@Body()` parameter with a DTO, or take the value from the path or the query.',
    };
  }
  // A body without a known shape may hold anything.
  if (value.path === '$' || requestType === undefined || requestType.kind === 'unknown') return undefined;
  return memberType(requestType, value.path)
    ? undefined
    : {
        message: `\`fromBody('${value.path}')\` names no member of the request DTO`,
        fix: 'Name a member of the DTO, or declare this one with `@ApiProperty()`.',
      };
}
