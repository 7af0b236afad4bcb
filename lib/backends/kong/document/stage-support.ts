import type { StageSupport } from '../../refuse-stage.js';

/** The settings of the stage of an API. Kong has plugins of its own for them, which an operator adds. */
export const STAGE_SUPPORT: StageSupport = {
  throttle: {
    what: '`@AwsThrottle`',
    why: 'the plugin `rate-limiting` counts the requests of each caller, but API Gateway those of all together',
    fix: 'Add `rate-limiting` in Kong with limits of your own, and remove `@AwsThrottle`.',
    severity: 'warning',
  },
  cache: {
    what: '`@AwsCache`',
    why: 'the plugin `proxy-cache` runs after functions answered, and does not know their requests',
    fix: 'Add `proxy-cache` in Kong for backends, and remove `@AwsCache`.',
    severity: 'warning',
  },
  logging: {
    what: '`@AwsLogging`',
    why: 'Kong has one log for all APIs',
    fix: 'Add a plugin such as `http-log` or `opentelemetry` in Kong, and remove `@AwsLogging`.',
    severity: 'warning',
  },
  usagePlans: {
    what: '`forRoot({ usagePlans })`',
    why: 'open-source Kong has no usage plans',
    fix: 'Add `rate-limiting` in Kong for each consumer, and remove `usagePlans`.',
    severity: 'warning',
  },
};
