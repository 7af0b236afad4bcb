import { isObject } from '../../../../openapi/openapi.js';
import type { RouteView } from '../../../../model/documents/view-route.js';
import { isUnknownObject } from '../../models/read-schema.js';
import type { RestApi } from '../../rest-api-output.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';
import { joinWords } from '../../../../options/join-words.js';
import { VALIDATED } from '../../../../model/routes/validated.js';

/** Without a model API Gateway accepts every body, although the handler declares validation. */
export const validationWithoutModel: Rule<RestApi> = {
  code: 'validation-without-model',
  severity: 'warning',
  *check(_, { operations }) {
    for (const [route, { view, requestBody }] of operations) {
      if (!VALIDATED[route.validation].body) continue;
      if (route.origins.validation.level !== 'handler') continue;
      if (!isObject(view.operation['requestBody'])) continue;
      // Another rule reports a broken reference.
      if (view.requestSchema !== undefined && !view.lookup(view.requestSchema)) continue;
      if (requestBody) continue;
      yield {
        at: placeOf(route),
        message: `\`@AwsValidation('${route.validation}')\` does not check the body: ${findReason(view)}`,
        fix: `Declare the body with a DTO, or use \`@AwsValidation('${route.validation === 'all' ? 'params' : 'none'}')\` and check it in the backend.`,
      };
    }
  },
};

function findReason({ requestSchema, requestType, operation, otherContentTypes, lookup }: RouteView): string {
  if (requestSchema === undefined) {
    const types = joinWords(otherContentTypes.map((type) => `\`${type}\``));
    return types
      ? `API Gateway checks only JSON, but the body is ${types}`
      : 'the documentation has no schema for it';
  }
  if (isUnknownObject(lookup(requestSchema))) {
    return 'the documentation declares it only as an object';
  }
  const body = operation['requestBody'];
  const mayBeMissing = !isObject(body) || body['required'] !== true;
  return mayBeMissing && requestType && !['object', 'map', 'unknown'].includes(requestType.kind)
    ? 'it is optional, and API Gateway reads a missing body as an empty object'
    : 'a model has one type and rejects null, but the schema has several types or accepts null';
}
