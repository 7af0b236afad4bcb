import type { Rule } from './rule.js';
import { joinWords } from '../options/join-words.js';

/** Nest serves more than controllers, and a gateway knows the routes of controllers only. */
export const servedWithoutRoute: Rule = {
  code: 'served-without-route',
  severity: 'info',
  *check({ unrouted }) {
    if (unrouted.length === 0) return;
    yield {
      at: {},
      message: `the application serves ${joinWords(unrouted.map((what) => `\`${what}\``))} without a controller, so the gateway has no route for these requests`,
      fix: unrouted.every((what) => what === 'sockets')
        ? 'Let clients connect to the application itself, because a REST API has no sockets. Then ignore this with `forRoot({ ignore })`.'
        : 'Send them to the application with `forRoot({ catchAll: { paths: […] } })`, or ignore this with `forRoot({ ignore })`.',
    };
  },
};
