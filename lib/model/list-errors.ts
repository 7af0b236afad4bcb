import { isService } from '../services/service-integrations.js';
import { definitionOf } from '../services/services.js';
import type { AwsGatewayId } from '../aws-gateway.options.js';
import { AUTHORIZER_KINDS } from './authorizer-kinds.js';
import type { GatewayModel, Route } from './gateway-model.js';

/** What each status says of an error that a gateway or a service answers. */
const TEXTS = {
  400: 'The request is invalid.',
  401: 'The caller is not authenticated.',
  403: 'The caller may not call this operation.',
  404: 'There is nothing here.',
  409: 'The request conflicts with what is there.',
  412: 'A condition of the request does not hold.',
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
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-lambda.html
 */
export function listErrors(route: Route, model: GatewayModel, hasAnswer: boolean): readonly RouteError[] {
  const statuses = new Set(LISTS[model.settings.gateway](route, model, hasAnswer));
  return [...statuses]
    .toSorted((a, b) => a - b)
    .map((status) => ({ status: String(status), text: TEXTS[status] }));
}

type ListStatuses = (route: Route, model: GatewayModel, hasAnswer: boolean) => readonly Status[];

/** A gateway that is missing does not compile. */
const LISTS: Readonly<Record<AwsGatewayId, ListStatuses>> = {
  'rest-api': (route, model, hasAnswer) => {
    const { validation, integration, responder } = route;
    const isMock = integration?.kind === 'mock';
    return [
      ...(validation === 'none' ? [] : [400 as const]),
      ...listGuardStatuses(route, model),
      429,
      ...(integration && isService(integration)
        ? ([400, 500, ...definitionOf(integration).errorStatuses(integration.options, hasAnswer)] as Status[])
        : []),
      ...(responder?.kind === 'function' && responder.proxied ? [502 as const] : []),
      ...(isMock ? [] : [504 as const]),
    ];
  },
  // A service's errors come as the service answers them.
  'http-api': (route, model) => [...listGuardStatuses(route, model), 429, 500, 503],
  kong: ({ authorizer, apiKey, integration }) => [
    ...(authorizer || apiKey ? [401 as const, 403 as const] : []),
    ...(integration?.kind === 'lambda' ? [500 as const, 502 as const] : []),
    ...(integration?.kind === 'http' ? [502 as const, 503 as const, 504 as const] : []),
  ],
};

function listGuardStatuses({ authorizer, apiKey }: Route, { authorizers }: GatewayModel): readonly Status[] {
  const kind = authorizer && authorizers[authorizer.index]?.kind;
  return [
    ...(kind !== undefined && AUTHORIZER_KINDS[kind].readsIdentity ? [401 as const] : []),
    ...(kind !== undefined || apiKey ? [403 as const] : []),
  ];
}
