import type { Inexpressible } from '../rules/gateway/not-expressible.rule.js';

/** What a gateway has no counterpart of, before its routes are known. */
export type Refusal = Omit<Inexpressible, 'routes'>;

export function refuse(what: string, why: string, fix: string): { readonly refusals: readonly Refusal[] } {
  return { refusals: [{ what, why, fix }] };
}

/** Whether the gateway does not serve the routes. */
export function stops({ severity }: Pick<Refusal, 'severity'>): boolean {
  return severity === undefined;
}
