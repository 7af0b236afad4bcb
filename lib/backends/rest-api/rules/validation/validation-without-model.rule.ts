import { isObject } from '../../../../openapi/openapi.js';
import type { RouteView } from '../../../../model/view-route.js';
import type { RestApi } from '../../rest-api-output.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** Without a model API Gateway lets every body pass, although the handler asks for a check. */
export const validationWithoutModel: Rule<RestApi> = {
  code: 'validation-without-model',
  severity: 'warning',
  *check(_, { operations }) {
    for (const [route, { view, requestBody }] of operations) {
      if (route.validation !== 'all' && route.validation !== 'body') continue;
      if (route.origins.validation.level !== 'handler') continue;
      if (!isObject(view.operation['requestBody'])) continue;
      // Of a schema that refers to nothing, another rule speaks.
      if (view.requestSchema !== undefined && !view.lookup(view.requestSchema)) continue;
      if (requestBody) continue;
      yield {
        at: placeOf(route),
        message: `\`@AwsValidation('${route.validation}')\` checks no body: ${findReason(view)}`,
        fix: `Declare the body with a DTO, or say \`@AwsValidation('${route.validation === 'all' ? 'params' : 'none'}')\` and let the backend check it.`,
      };
    }
  },
};

function findReason({ requestSchema, requestType, operation, otherContentTypes }: RouteView): string {
  if (requestSchema === undefined) {
    const types = otherContentTypes.map((type) => `\`${type}\``).join(' and ');
    return types ? `API Gateway checks JSON, and the body is ${types}` : 'its documentation has no schema';
  }
  const body = operation['requestBody'];
  const mayBeMissing = !isObject(body) || body['required'] !== true;
  return mayBeMissing && requestType && !['object', 'map', 'unknown'].includes(requestType.kind)
    ? 'it may be missing, which API Gateway takes for an empty object'
    : 'a model has one type and refuses null, and its schema does not';
}
