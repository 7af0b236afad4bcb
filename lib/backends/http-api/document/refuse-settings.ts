import type { GatewayModel } from '../../../model/gateway-model.js';
import type { GatewaySettings } from '../../../model/settings/gateway-settings.js';
import type { Refusal } from '../../refusal.js';
import type { Inexpressible } from '../../../rules/gateway/not-expressible.rule.js';

/** What a REST API has and an HTTP API has not, for the whole API or for some routes. */
export function refuseSettings({ settings, routes }: GatewayModel): readonly Inexpressible[] {
  const given = SETTINGS.flatMap(([isGiven, refusal]) =>
    isGiven(settings) ? [{ ...refusal, routes: [] }] : [],
  );
  const keyed = routes.filter(({ apiKey }) => apiKey);
  const validated = routes.filter(({ validation }) => validation !== 'none');
  return [
    ...given,
    ...(keyed.length > 0 ? [{ ...API_KEYS, routes: keyed }] : []),
    ...(validated.length > 0 ? [{ ...VALIDATION, routes: validated }] : []),
  ];
}

const API_KEYS = {
  what: '`@AwsApiKey()`',
  why: 'an HTTP API has no API keys and no usage plans',
  fix: 'Guard the route with `@AwsAuthorizer(…)`, and set `@AwsApiKey(false)`.',
} as const;

const VALIDATION = {
  what: 'the validation of requests',
  why: 'an HTTP API does not validate requests, so every request reaches the backend or the service',
  fix: "Validate in the backend, and set `validation: 'none'` in `forRoot` or `@AwsValidation('none')`.",
  severity: 'warning',
} as const;

const SETTINGS: readonly (readonly [isGiven: (settings: GatewaySettings) => boolean, refusal: Refusal])[] = [
  [
    ({ policy }) => policy !== undefined,
    {
      what: '`forRoot({ policy })`',
      why: 'an HTTP API has no resource policy, so every caller could reach it',
      fix: 'Guard the routes with `@AwsAuthorizer(…)`, and remove `policy`.',
    },
  ],
  [
    ({ endpoint }) => (endpoint?.vpcEndpointIds ?? []).length > 0,
    {
      what: '`forRoot({ endpoint: { vpcEndpointIds } })`',
      why: 'an HTTP API is always public',
      fix: 'Serve a private API from a REST API, or remove `vpcEndpointIds`.',
    },
  ],
  [
    ({ gatewayResponses }) => Object.keys(gatewayResponses ?? {}).length > 0,
    {
      what: '`forRoot({ gatewayResponses })`',
      why: 'the errors of an HTTP API itself cannot be changed',
      fix: 'Remove `gatewayResponses`.',
      severity: 'warning',
    },
  ],
  [
    ({ binaryMediaTypes }) => (binaryMediaTypes ?? []).length > 0,
    {
      what: '`forRoot({ binaryMediaTypes })`',
      why: 'an HTTP API passes every body on byte by byte, to functions as Base64',
      fix: 'Remove `binaryMediaTypes`.',
      severity: 'warning',
    },
  ],
  [
    ({ minimumCompressionSize }) => minimumCompressionSize !== undefined,
    {
      what: '`forRoot({ minimumCompressionSize })`',
      why: 'an HTTP API does not compress responses',
      fix: 'Compress in the backend or in CloudFront, and remove `minimumCompressionSize`.',
      severity: 'warning',
    },
  ],
  [
    ({ models }) => models === 'all',
    {
      what: "`forRoot({ models: 'all' })`",
      why: 'an HTTP API has no models',
      fix: 'Remove `models`: clients are generated from the public document.',
      severity: 'warning',
    },
  ],
  [
    ({ securityPolicy }) => securityPolicy !== undefined,
    {
      what: '`forRoot({ securityPolicy })`',
      why: 'an HTTP API takes TLS 1.2 and later, and only a custom domain name has a security policy',
      fix: 'Set the security policy at the domain name, and remove `securityPolicy`.',
      severity: 'warning',
    },
  ],
  [
    ({ endpointAccessMode }) => endpointAccessMode !== undefined,
    {
      what: '`forRoot({ endpointAccessMode })`',
      why: 'only a REST API has it',
      fix: 'Remove `endpointAccessMode`.',
      severity: 'warning',
    },
  ],
];
