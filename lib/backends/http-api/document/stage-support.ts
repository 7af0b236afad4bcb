import type { StageSupport } from '../../refuse-stage.js';

/** The settings of the stage of an HTTP API: throttling and metrics of each route, and nothing else of these. */
export const STAGE_SUPPORT: StageSupport = {
  throttle: 'supported',
  cache: {
    what: '`@AwsCache`',
    why: 'an HTTP API has no cache, so every request reaches the integration',
    fix: 'Cache in CloudFront or in the backend, and remove `@AwsCache`.',
    severity: 'warning',
  },
  logging: {
    what: '`level` and `dataTrace` of `@AwsLogging`',
    why: 'an HTTP API has an access log and metrics, but no execution log',
    fix: 'Remove `level` and `dataTrace`; `metrics` stays.',
    severity: 'warning',
    loses: ({ logging }) => (logging?.level ?? 'OFF') !== 'OFF' || logging?.dataTrace === true,
  },
  usagePlans: {
    what: '`forRoot({ usagePlans })`',
    why: 'an HTTP API has no API keys and no usage plans',
    fix: 'Limit requests with `@AwsThrottle`, and remove `usagePlans`.',
    severity: 'warning',
  },
};
