import type { GatewayModel } from '../../../model/gateway-model.js';
import type { GatewaySettings } from '../../../model/settings/gateway-settings.js';
import type { Inexpressible } from '../../../rules/gateway/not-expressible.rule.js';
import type { Refusal } from '../../refusal.js';

/** What API Gateway has and open-source Kong has not, for the whole API or for some routes. */
export function refuseSettings({ settings, routes }: GatewayModel): readonly Inexpressible[] {
  const validated = routes.filter(({ validation }) => validation !== 'none');
  return [
    ...SETTINGS.flatMap(([isGiven, refusal]) => (isGiven(settings) ? [{ ...refusal, routes: [] }] : [])),
    ...(validated.length > 0 ? [{ ...VALIDATION, routes: validated }] : []),
  ];
}

const VALIDATION = {
  what: 'the validation of requests',
  why: 'open-source Kong does not validate requests, so every request reaches the function or the backend',
  fix: "Validate in the function or the backend, and set `validation: 'none'` in `forRoot` or `@AwsValidation('none')`.",
  severity: 'warning',
} as const;

const SETTINGS: readonly (readonly [isGiven: (settings: GatewaySettings) => boolean, refusal: Refusal])[] = [
  [
    ({ policy }) => policy !== undefined,
    {
      what: '`forRoot({ policy })`',
      why: 'Kong has no resource policy, so every caller could reach the API',
      fix: 'Guard the routes with `@AwsAuthorizer(…)`, and remove `policy`.',
    },
  ],
  [
    ({ endpoint }) => endpoint !== undefined,
    {
      what: '`forRoot({ endpoint })`',
      why: 'the network of Kong decides who reaches it',
      fix: 'Set the network of Kong, and remove `endpoint`.',
      severity: 'warning',
    },
  ],
  [
    ({ gatewayResponses }) => Object.keys(gatewayResponses ?? {}).length > 0,
    {
      what: '`forRoot({ gatewayResponses })`',
      why: 'the errors of open-source Kong itself cannot be changed for one API',
      fix: 'Remove `gatewayResponses`.',
      severity: 'warning',
    },
  ],
  [
    ({ binaryMediaTypes }) => (binaryMediaTypes ?? []).length > 0,
    {
      what: '`forRoot({ binaryMediaTypes })`',
      why: 'Kong sends either all bodies to functions as Base64 or none; with this option it sends all',
      fix: 'Decode the body where the event has `isBase64Encoded`, or remove `binaryMediaTypes`.',
      severity: 'warning',
    },
  ],
  [
    ({ minimumCompressionSize }) => minimumCompressionSize !== undefined,
    {
      what: '`forRoot({ minimumCompressionSize })`',
      why: 'Kong compresses by the settings of its nginx, for all APIs',
      fix: 'Set `KONG_NGINX_PROXY_GZIP`, or compress in the backend, and remove `minimumCompressionSize`.',
      severity: 'warning',
    },
  ],
  [
    ({ models }) => models === 'all',
    {
      what: "`forRoot({ models: 'all' })`",
      why: 'Kong has no models',
      fix: 'Remove `models`: clients are generated from the public document.',
      severity: 'warning',
    },
  ],
  [
    ({ securityPolicy, endpointAccessMode }) =>
      securityPolicy !== undefined || endpointAccessMode !== undefined,
    {
      what: '`forRoot({ securityPolicy, endpointAccessMode })`',
      why: 'Kong takes its TLS versions from its own settings',
      fix: 'Set `KONG_SSL_PROTOCOLS`, and remove `securityPolicy` and `endpointAccessMode`.',
      severity: 'warning',
    },
  ],
];
