import type { Cors } from '../../../model/cors/cors.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import type { GatewayPath } from '../../../model/routes/route.js';
import { declareHeaders } from '../document/declare-headers.js';
import { renderParameters } from '../document/render-parameters.js';
import type { RenderedIntegration } from '../integrations/rendered-integration.js';
import { RESPONSE_HEADER } from '../integrations/response-header.js';
import type { RenderedPreflight, RenderedRoute } from '../rest-api-output.js';
import { originHeaders, prefixHeaders, quoteStatic, type Headers } from './cors-headers.js';
import { listAllowedHeaders, listAllowedMethods } from './list-allowed.js';
import { renderPreflightTemplate } from './render-origin-template.js';

/** Preflights that were rendered, by what they differ in. */
export interface KnownPreflights {
  readonly preflights: Map<string, RenderedPreflight>;
  /** The text of each policy, which two policies of the same options share. */
  readonly policies: Map<Cors, string>;
}

/**
 * The operation that answers preflights, on paths with a policy and without an OPTIONS handler of the user's own. Paths
 * with the same policy, verbs, headers and variables share one.
 */
export function renderPreflight(
  path: GatewayPath,
  model: GatewayModel,
  rendered: readonly RenderedRoute[],
  known: KnownPreflights = { preflights: new Map(), policies: new Map() },
): RenderedPreflight | undefined {
  const { cors, pathParameters } = path;
  if (!cors || path.routes.some(({ method }) => method === 'options')) return undefined;
  const allowMethods = listAllowedMethods(path);
  const allowHeaders = cors.allowHeaders ?? listAllowedHeaders(path, model, rendered);
  const policy = known.policies.get(cors) ?? JSON.stringify(cors);
  known.policies.set(cors, policy);
  const key = JSON.stringify([policy, allowMethods, allowHeaders, pathParameters]);
  const preflight =
    known.preflights.get(key) ?? renderAnswer(path, model, cors, { allowMethods, allowHeaders });
  known.preflights.set(key, preflight);
  return preflight;
}

function renderAnswer(
  path: GatewayPath,
  { settings: { documentation } }: GatewayModel,
  cors: Cors,
  { allowMethods, allowHeaders }: Pick<RenderedPreflight, 'allowMethods' | 'allowHeaders'>,
): RenderedPreflight {
  const headers: Headers = {
    ...originHeaders(cors),
    'Access-Control-Allow-Methods': quoteStatic(allowMethods.join(',')),
    'Access-Control-Allow-Headers': quoteStatic(allowHeaders.join(',')),
    ...(cors.maxAge === undefined ? {} : { 'Access-Control-Max-Age': quoteStatic(String(cors.maxAge)) }),
  };
  const parameters = renderParameters(path, {}, [], []);
  const template = renderPreflightTemplate(cors);
  const integration: RenderedIntegration = {
    type: 'mock',
    passthroughBehavior: 'when_no_match',
    // Both keep a preflight from being read as binary when the API has binary media types.
    contentHandling: 'CONVERT_TO_TEXT',
    requestTemplates: { 'application/json': '{"statusCode":200}' },
    responses: {
      default: {
        statusCode: '200',
        contentHandling: 'CONVERT_TO_TEXT',
        responseParameters: prefixHeaders(RESPONSE_HEADER, headers),
        ...(template ? { responseTemplates: { 'application/json': template } } : {}),
      },
    },
  };
  const text = 'CORS preflight';
  const operation = {
    ...(documentation ? { summary: text } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: {
      200: { description: documentation ? text : '', headers: declareHeaders(Object.keys(headers)) },
    },
    security: [],
    'x-amazon-apigateway-integration': integration,
  };
  return { operation, parameters, integration, allowMethods, allowHeaders };
}
