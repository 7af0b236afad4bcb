import type { Rule } from './rule.js';

/** Nest serves more than controllers, and a gateway knows the routes of controllers only. */
export const servedWithoutRoute: Rule = {
  code: 'served-without-route',
  severity: 'info',
  *check({ unrouted }) {
    if (unrouted.length === 0) return;
    yield {
      at: {},
      message: `the application serves ${unrouted.map((what) => `\`${what}\``).join(' and ')} without a controller, so the gateway has no route for it`,
      fix: "Add a controller that only `runApigen` reads, as the recipe 'What Nest serves without a controller' shows, or ignore this with `forRoot({ ignore })`.",
    };
  },
};
