import type { Inexpressible } from '../../rules/gateway/not-expressible.rule.js';

/** What an HTTP API has no counterpart of, before its routes are known. */
export type Refusal = Omit<Inexpressible, 'routes'>;
