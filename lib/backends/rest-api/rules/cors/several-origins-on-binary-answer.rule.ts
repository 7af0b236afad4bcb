import { placeOf, type Rule } from '../../../../rules/rule.js';
import { isBinary } from '../../cors/add-cors.js';
import { severalOrigins } from '../../cors/cors-headers.js';
import type { RestApi } from '../../rest-api-output.js';

/** One of several origins is chosen in a response template, and a template would break the bytes of the answer. */
export const severalOriginsOnBinaryAnswer: Rule<RestApi> = {
  code: 'several-origins-on-binary-answer',
  severity: 'error',
  *check({ routes }, { operations }) {
    for (const route of routes) {
      const { cors, responder } = route;
      const { integration, view } = operations.get(route) ?? {};
      if (!cors || !severalOrigins(cors) || !integration || !view || responder?.proxied) continue;
      const binary = Object.values(integration.responses ?? {})
        .filter((response) => isBinary(response, route, view))
        .map(({ statusCode }) => `\`${statusCode}\``);
      if (binary.length === 0) continue;
      yield {
        at: placeOf(route),
        message: `the response ${binary.toSorted()[0]} may be binary, and API Gateway can choose one of several CORS origins only in a template, which would break its bytes`,
        fix: 'Allow one origin or `*` on this route, or document the response as text with `@ApiProduces`.',
      };
    }
  },
};
