import type { Inexpressible } from '../../rules/gateway/not-expressible.rule.js';

/** What Kong has no counterpart of, before its routes are known. */
export type Refusal = Omit<Inexpressible, 'routes'>;

export function stops({ severity }: Refusal): boolean {
  return severity === undefined;
}
