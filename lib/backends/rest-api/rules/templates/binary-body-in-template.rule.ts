import { findBinaryType, readsBody } from '../../../../model/binary-types.js';
import { isProxy } from '../../integrations/is-proxy.js';
import type { RenderedIntegration } from '../../integrations/rendered-integration.js';
import type { RestApi } from '../../rest-api-output.js';
import type { GatewaySettings } from '../../../../model/gateway-model.js';
import { isObject } from '../../../../openapi/openapi.js';
import { formatDeployText } from '../../../../values/deploy-text.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/**
 * A mapping template cannot read a binary body: API Gateway returns 500 and does not call the integration.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings.html
 */
export const binaryBodyInTemplate: Rule<RestApi> = {
  code: 'binary-body-in-template',
  severity: 'error',
  *check({ settings }, { operations }) {
    if (!settings.binaryMediaTypes?.length) return;
    for (const [route, { integration }] of operations) {
      // A proxy integration uses no templates.
      if (!integration || isProxy(integration)) continue;
      const at = placeOf(route);
      const requests = templatesOf(integration['requestTemplates'], settings);
      const reading = requests.find(({ template }) => readsBody(template));
      if (reading) {
        yield {
          at,
          message: `the template for \`${reading.type}\` reads a body that \`${reading.binary}\` in \`binaryMediaTypes\` makes binary: API Gateway returns 500`,
          fix: "List the binary types in `binaryMediaTypes` without `*/*` and without the types that templates read, or use `@AwsLambda` with `mode: 'proxy'`.",
        };
        continue;
      }
      // This library sets `contentHandling` in what it generates. It does not change an object of the user.
      const unsaid = route.integration?.kind === 'raw' ? [...listReadAsBinary(integration, settings)] : [];
      if (unsaid.length === 0) continue;
      yield {
        at,
        message: `\`@AwsIntegration\` has no \`contentHandling\` for the templates of ${unsaid.map(({ of }) => of).join(' and ')}, but \`${unsaid[0]!.binary}\` in \`binaryMediaTypes\` makes the body binary: API Gateway returns 500`,
        fix: `Add \`contentHandling: 'CONVERT_TO_TEXT'\` to ${unsaid.map(({ of }) => of).join(' and ')}.`,
      };
    }
  },
};

interface BinaryTemplate {
  readonly type: string;
  readonly template: string;
  /** The entry of `binaryMediaTypes` that makes the content type binary. */
  readonly binary: string;
}

function templatesOf(templates: unknown, settings: GatewaySettings): readonly BinaryTemplate[] {
  return Object.entries(isObject(templates) ? templates : {}).flatMap(([type, given]) => {
    const binary = findBinaryType(type, settings);
    const template = formatDeployText(given);
    return binary === undefined ? [] : [{ type, template, binary }];
  });
}

/** The parts of an integration with templates for a binary type but without `contentHandling`. */
function* listReadAsBinary(
  integration: RenderedIntegration,
  settings: GatewaySettings,
): Iterable<{ readonly of: string; readonly binary: string }> {
  const [request] = templatesOf(integration['requestTemplates'], settings);
  if (request && integration['contentHandling'] !== 'CONVERT_TO_TEXT') {
    yield { of: 'the request', binary: request.binary };
  }
  const responses = integration['responses'];
  for (const [pattern, response] of Object.entries(isObject(responses) ? responses : {})) {
    if (!isObject(response) || response['contentHandling'] !== undefined) continue;
    const [answer] = templatesOf(response['responseTemplates'], settings);
    if (answer) yield { of: `the response \`${pattern}\``, binary: answer.binary };
  }
}
