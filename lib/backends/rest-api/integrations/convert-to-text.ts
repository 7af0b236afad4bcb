import { findBinaryType, readsBody } from '../../../model/documents/binary-types.js';
import type { Route } from '../../../model/routes/route.js';
import type { RouteView } from '../../../model/documents/view-route.js';
import { formatDeployText } from '../../../values/deploy-text.js';
import type { DeployTree } from '../../../values/deploy-tree.js';
import { listBinaryTypes } from '../../../model/documents/list-binary-types.js';
import { answersBinary } from './answers-binary.js';
import type { RenderedIntegration, RenderedResponse } from './rendered-integration.js';

const AS_TEXT = { contentHandling: 'CONVERT_TO_TEXT' };

/**
 * With binary media types that cover JSON, API Gateway takes requests and the answers of templates for binary, and
 * fails on them, unless it is told that they are text. What is binary by the route's own documentation stays so.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
 */
export function convertToText(
  integration: RenderedIntegration,
  route: Route,
  view: RouteView,
): RenderedIntegration {
  const { kind } = route.integration!;
  if (route.responder?.proxied || kind === 'raw') return integration;
  const binaryTypes = listBinaryTypes(view.model);
  // An object is as it is; S3's own errors are answered in words of ours.
  if (kind === 's3') {
    return binaryTypes.length > 0
      ? withText(integration, ({ responseTemplates }) => responseTemplates !== undefined)
      : integration;
  }
  if (findBinaryType('application/json', binaryTypes) === undefined) return integration;
  const templates = Object.values(
    (integration['requestTemplates'] ?? {}) as Readonly<Record<string, DeployTree>>,
  );
  const bodiless =
    templates.length > 0 && !templates.some((template) => readsBody(formatDeployText(template)));
  return {
    ...(bodiless ? AS_TEXT : {}),
    ...withText(integration, ({ statusCode }) => !answersBinary(route, view, statusCode)),
  };
}

function withText(
  integration: RenderedIntegration,
  isText: (response: RenderedResponse) => boolean,
): RenderedIntegration {
  const responses = Object.entries(integration.responses ?? {}).map(
    ([pattern, response]): [string, RenderedResponse] => [
      pattern,
      isText(response) ? { ...AS_TEXT, ...response } : response,
    ],
  );
  return { ...integration, responses: Object.fromEntries(responses) };
}
