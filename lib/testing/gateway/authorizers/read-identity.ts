import { findHeader } from '../exchange-types.js';
import { readContext, type GatewayView } from '../gateway-view.js';

/** The value of an identity source, in the words of a REST API or of an HTTP API; undefined where it is missing or empty. */
export function readIdentity(source: string, view: GatewayView): string | undefined {
  const [, place, name = ''] =
    /^\$?(?:method\.)?(request\.header|request\.querystring|stageVariables|context)\.(.+)$/.exec(source) ??
    [];
  switch (place) {
    case 'request.header':
      return findHeader(view.params.header, name) || undefined;
    case 'request.querystring':
      return view.params.querystring[name] || undefined;
    case 'stageVariables':
      return view.stageVariables[name] || undefined;
    case 'context':
      return readContext(view, name) || undefined;
    default:
      return undefined;
  }
}
