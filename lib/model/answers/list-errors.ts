import { isService } from '../../services/service-integrations.js';
import { definitionOf } from '../../services/services.js';
import type { GatewayModel } from '../gateway-model.js';
import type { Route } from '../routes/route.js';
import { listGatewayAnswers } from './list-gateway-answers.js';

/** What each status says of an error that a gateway or a service answers. */
const TEXTS = {
  400: 'The request is invalid.',
  401: 'The caller is not authenticated.',
  403: 'The caller may not call this operation.',
  404: 'There is nothing here.',
  409: 'The request conflicts with what is there.',
  412: 'A condition of the request does not hold.',
  413: 'The request is too large.',
  416: 'The range cannot be satisfied.',
  429: 'There are too many requests.',
  500: 'The server failed.',
  502: 'The server answered in a way that cannot be passed on.',
  503: 'The server cannot be reached, or did not answer in time.',
  504: 'The server did not answer in time.',
} as const;

type Status = keyof typeof TEXTS;

/** An error that the application does not answer itself. */
export interface RouteError {
  readonly status: string;
  readonly text: string;
}

/**
 * The errors of a route that no handler answers: those of the gateway, and of the service that it calls.
 *
 * @param hasAnswer whether a success has a body
 */
export function listErrors(route: Route, model: GatewayModel, hasAnswer: boolean): readonly RouteError[] {
  const texts = new Map(
    [
      ...listServiceStatuses(route, model, hasAnswer).map((status) => ({ status, kind: status })),
      ...listGatewayAnswers(route, model),
    ].map(({ status, kind }) => [status, TEXTS[kind]]),
  );
  return [...texts].toSorted(([a], [b]) => a - b).map(([status, text]) => ({ status: String(status), text }));
}

/** An HTTP API passes the answers of a service on. */
function listServiceStatuses(
  { integration }: Route,
  { settings: { gateway } }: GatewayModel,
  hasAnswer: boolean,
): readonly Status[] {
  return gateway === 'rest-api' && integration && isService(integration)
    ? ([400, 500, ...definitionOf(integration).errorStatuses(integration.options, hasAnswer)] as Status[])
    : [];
}
