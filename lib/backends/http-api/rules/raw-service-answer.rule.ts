import { viewRoute } from '../../../model/documents/view-route.js';
import { placeOf, type Rule } from '../../../rules/rule.js';
import type { HttpApi } from '../http-api-output.js';

/**
 * An HTTP API passes on the answer of a service as it is, so a documented answer is rarely what callers get.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services.html
 */
export const rawServiceAnswer: Rule<HttpApi> = {
  code: 'raw-service-answer',
  severity: 'warning',
  *check(model, { operations }) {
    for (const [route, { integration }] of operations) {
      const subtype = integration?.['integrationSubtype'];
      if (typeof subtype !== 'string') continue;
      const { successStatus, responseSchema } = viewRoute(route, model);
      if (responseSchema === undefined) continue;
      yield {
        at: placeOf(route),
        message: `the handler documents an answer with the status ${successStatus}, but \`${subtype}\` passes on the answer of the service as it is`,
        fix: 'Document the answer of the service, or let a function answer (`@AwsLambda`).',
      };
    }
  },
};
