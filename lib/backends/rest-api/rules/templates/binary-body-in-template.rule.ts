import { findBinaryType, isTextType, readsBody } from '../../../../model/documents/binary-types.js';
import type { RenderedIntegration } from '../../integrations/rendered-integration.js';
import type { RestApi } from '../../rest-api-output.js';
import { listBinaryTypes, type BinaryType } from '../../../../model/documents/list-binary-types.js';
import { isObject } from '../../../../openapi/openapi.js';
import { formatDeployText } from '../../../../values/deploy-text.js';
import { nameRoute, placeOf, type Rule } from '../../../../rules/rule.js';
import { joinWords } from '../../../../options/join-words.js';

/**
 * A mapping template cannot read a binary body: API Gateway returns 500 and does not call the integration. Bytes that no
 * binary type covers are read as text, which damages them.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings.html
 */
export const binaryBodyInTemplate: Rule<RestApi> = {
  code: 'binary-body-in-template',
  severity: 'error',
  *check(model, { operations }) {
    const binaryTypes = listBinaryTypes(model);
    for (const [route, { integration }] of operations) {
      // A proxy integration uses no templates.
      if (!integration || route.responder?.proxied) continue;
      const at = placeOf(route);
      const requests = templatesOf(integration['requestTemplates'], binaryTypes);
      const reading = requests.find(({ template }) => readsBody(template));
      if (reading) {
        yield {
          at,
          message: `the template for \`${reading.type}\` reads a body that ${nameOrigin(reading.binary)} makes binary: API Gateway returns 500`,
          fix: reading.binary.route
            ? "Give one of the two another media type, move one to another API, or use `@AwsLambda` with `mode: 'proxy'`."
            : "List the binary types in `binaryMediaTypes` without `*/*` and without the types that templates read, or use `@AwsLambda` with `mode: 'proxy'`.",
        };
        continue;
      }
      const damaged = findDamaged(integration['requestTemplates'], binaryTypes);
      if (damaged !== undefined) {
        yield {
          at,
          message: `the template for \`${damaged}\` reads bytes as text: API Gateway replaces those that are not UTF-8`,
          fix: "Let callers send text, such as base64 in JSON, or use `@AwsS3` or `@AwsLambda` with `mode: 'proxy'`, which pass bytes on.",
          severity: 'warning',
        };
      }
      // This library sets `contentHandling` in what it generates. It does not change an object of the user.
      const unsaid = route.integration?.kind === 'raw' ? [...listReadAsBinary(integration, binaryTypes)] : [];
      if (unsaid.length === 0) continue;
      yield {
        at,
        message: `\`@AwsIntegration\` has no \`contentHandling\` for the templates of ${joinWords(unsaid.map(({ of }) => of))}, but ${nameOrigin(unsaid[0]!.binary)} makes the body binary: API Gateway returns 500`,
        fix: `Add \`contentHandling: 'CONVERT_TO_TEXT'\` to ${joinWords(unsaid.map(({ of }) => of))}.`,
      };
    }
  },
};

function nameOrigin({ type, route }: BinaryType): string {
  return route ? `\`${type}\` of ${nameRoute(route)}` : `\`${type}\` in \`binaryMediaTypes\``;
}

interface BinaryTemplate {
  readonly type: string;
  readonly template: string;
  /** What makes the content type binary. */
  readonly binary: BinaryType;
}

function templatesOf(templates: unknown, binaryTypes: readonly BinaryType[]): readonly BinaryTemplate[] {
  return Object.entries(isObject(templates) ? templates : {}).flatMap(([type, given]) => {
    const binary = findBinaryType(type, binaryTypes);
    const template = formatDeployText(given);
    return binary === undefined ? [] : [{ type, template, binary }];
  });
}

/** The first media type other than text whose template reads the body, and that API Gateway takes for text. */
function findDamaged(templates: unknown, binaryTypes: readonly BinaryType[]): string | undefined {
  const [found] =
    Object.entries(isObject(templates) ? templates : {}).find(
      ([type, template]) =>
        !isTextType(type) &&
        findBinaryType(type, binaryTypes) === undefined &&
        readsBody(formatDeployText(template)),
    ) ?? [];
  return found;
}

/** The parts of an integration with templates for a binary type but without `contentHandling`. */
function* listReadAsBinary(
  integration: RenderedIntegration,
  binaryTypes: readonly BinaryType[],
): Iterable<{ readonly of: string; readonly binary: BinaryType }> {
  const [request] = templatesOf(integration['requestTemplates'], binaryTypes);
  if (request && integration['contentHandling'] !== 'CONVERT_TO_TEXT') {
    yield { of: 'the request', binary: request.binary };
  }
  const responses = integration['responses'];
  for (const [pattern, response] of Object.entries(isObject(responses) ? responses : {})) {
    if (!isObject(response) || response['contentHandling'] !== undefined) continue;
    const [answer] = templatesOf(response['responseTemplates'], binaryTypes);
    if (answer) yield { of: `the response \`${pattern}\``, binary: answer.binary };
  }
}
