import { isService } from '../../../../services/service-integrations.js';
import { nameType } from '../../../../model/documents/binary-types.js';
import { isObject } from '../../../../openapi/openapi.js';
import type { Route } from '../../../../model/routes/route.js';
import type { RenderedIntegration } from '../../integrations/rendered-integration.js';
import type { RestApi } from '../../rest-api-output.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';
import { joinWords } from '../../../../options/join-words.js';

/**
 * Templates read JSON, and so does a function that gets the body as its event. A form, a file or text that the route
 * documents needs a template of its own.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
 */
export const bodyTypeWithoutTemplate: Rule<RestApi> = {
  code: 'body-type-without-template',
  severity: 'error',
  *check(_, { operations }) {
    for (const [route, { integration, view }] of operations) {
      const why = integration && findReason(route, integration);
      if (!integration || why === undefined) continue;
      const known = Object.keys(
        isObject(integration['requestTemplates']) ? integration['requestTemplates'] : {},
      );
      const isEvent = route.integration?.kind === 'lambda' && known.length === 0;
      const types = view.otherContentTypes.filter(
        (type) =>
          !known.some((one) => nameType(one) === nameType(type)) &&
          // JSON under another name is an event all the same.
          !(isEvent && nameType(type).endsWith('+json')),
      );
      if (types.length === 0) continue;
      yield {
        at: placeOf(route),
        message: `the route consumes ${joinWords(types.map((type) => `\`${type}\``))}, but ${why}`,
        fix: `${isService(route.integration!) ? 'Send the body as it came with `fromRawBody()`, write' : 'Use a proxy integration, or write'} a template for it (\`requestTemplates: { '${types[0]}': '…' }\`), or document only \`application/json\` with \`@ApiConsumes\`.`,
      };
    }
  },
};

function findReason({ integration }: Route, rendered: RenderedIntegration): string | undefined {
  if (!integration) return undefined;
  const hasTemplates = isObject(rendered['requestTemplates']);
  if (integration.kind === 'lambda') {
    if (integration.mode === 'proxy') return undefined;
    return hasTemplates
      ? '`requestTemplates` has no template for it: API Gateway returns 415'
      : 'the function gets the body as its event, which Lambda takes only as JSON: the call fails';
  }
  if (!isService(integration) || !hasTemplates) return undefined;
  return integration.options.requestTemplates
    ? '`requestTemplates` has no template for it: API Gateway returns 415'
    : '`fromBody()` reads only `application/json`: API Gateway returns 415';
}
