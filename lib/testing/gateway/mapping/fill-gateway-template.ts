import { readContext, type GatewayView } from '../gateway-view.js';

const REFERENCE =
  /\$(?:\{(?<braced>[^{}]+)\}|(?<plain>(?:context|stageVariables|method\.request)(?:\.[A-Za-z_][\w-]*)+))/g;

/**
 * The template of a gateway response. It is not Velocity: API Gateway fills in `$context`, `$stageVariables` and
 * `$method.request`, and nothing else. What has no value is empty.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
export function fillGatewayTemplate(template: string, view: GatewayView): string {
  return template.replace(
    REFERENCE,
    (written, braced: string | undefined, plain: string | undefined) =>
      readReference(braced ?? plain ?? '', view) ?? written,
  );
}

/** Undefined for what is not a reference. */
function readReference(name: string, view: GatewayView): string | undefined {
  const [, owner, rest = ''] =
    /^(context|stageVariables|method\.request\.(?:header|querystring|path))\.(.+)$/.exec(name) ?? [];
  switch (owner) {
    case 'context':
      return readContext(view, rest) ?? '';
    case 'stageVariables':
      return view.stageVariables[rest] ?? '';
    case 'method.request.header':
      return view.params.header[rest] ?? '';
    case 'method.request.querystring':
      return view.params.querystring[rest] ?? '';
    case 'method.request.path':
      return view.params.path[rest] ?? '';
    default:
      return undefined;
  }
}
