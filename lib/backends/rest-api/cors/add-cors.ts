import type { Route } from '../../../model/routes/route.js';
import type { RouteView } from '../../../model/documents/view-route.js';
import type { DeployTree } from '../../../values/deploy-tree.js';
import { isDeployValue, joinDeployValue, type DeployValue } from '../../../values/deploy-value.js';
import { answersBinary, answersText } from '../integrations/answers-binary.js';
import type { RenderedIntegration, RenderedResponse } from '../integrations/rendered-integration.js';
import { RESPONSE_HEADER } from '../integrations/response-header.js';
import { addHeaders, answerHeaders, prefixHeaders } from './cors-headers.js';
import { renderOriginTemplate } from './render-origin-template.js';

/** Adds the headers to every answer of an integration that API Gateway makes; a proxied backend answers its own. */
export function addCors(
  integration: RenderedIntegration,
  route: Route,
  view: RouteView,
): RenderedIntegration {
  const { cors, responder } = route;
  if (!cors || !integration.responses || responder?.proxied) return integration;
  const added = prefixHeaders(RESPONSE_HEADER, answerHeaders(cors));
  const chooseOrigin = renderOriginTemplate(cors);
  const responses = Object.entries(integration.responses).map(
    ([pattern, response]): [string, RenderedResponse] => {
      const given = response.responseParameters ?? {};
      const templates = response.responseTemplates ?? fallbackTemplate(route);
      return [
        pattern,
        {
          ...response,
          responseParameters: addHeaders(given, added),
          ...(chooseOrigin && !saysOrigin(given) && templates && !isBinary(response, route, view)
            ? { responseTemplates: prefixTemplates(chooseOrigin, templates) }
            : {}),
        },
      ];
    },
  );
  return { ...integration, responses: Object.fromEntries(responses) };
}

/** A template turns bytes into text, and breaks them. What S3 holds is unknown where it is not documented. */
export function isBinary(response: RenderedResponse, route: Route, view: RouteView): boolean {
  const { integration } = route;
  if (integration?.kind === 'raw' || response.responseTemplates) return false;
  if (response['contentHandling'] === 'CONVERT_TO_BINARY') return true;
  return integration?.kind === 's3' && integration.options.action === 'GetObject'
    ? !answersText(route, view, view.successStatus)
    : answersBinary(route, view, response.statusCode);
}

function saysOrigin(parameters: Readonly<Record<string, DeployTree>>): boolean {
  return Object.keys(parameters).some(
    (name) => name.toLowerCase() === `${RESPONSE_HEADER}access-control-allow-origin`,
  );
}

function prefixTemplates(
  before: DeployValue,
  templates: Readonly<Record<string, DeployTree>>,
): Readonly<Record<string, DeployValue>> {
  return Object.fromEntries(
    Object.entries(templates).map(([type, template]) => [
      type,
      joinDeployValue(before, isDeployValue(template) ? template : String(template)),
    ]),
  );
}

/** A template that changes nothing but the header, where an answer has none of its own. */
function fallbackTemplate({ integration }: Route): Readonly<Record<string, string>> | undefined {
  if (integration?.kind === 'raw') return undefined;
  const empty =
    integration?.kind === 'mock' || (integration?.kind === 'lambda' && integration.mode === 'async');
  return { 'application/json': empty ? '' : '$input.body' };
}
