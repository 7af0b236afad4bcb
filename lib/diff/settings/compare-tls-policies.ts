import type { Json } from '../../openapi/openapi.js';
import type { Found } from '../change.js';
import { describeDifference } from '../describe-difference.js';

/** Whether callers with old or weak encryption get in. A policy that is not known may be weaker. */
export function compareTlsPolicies(base: Json | undefined, now: Json | undefined): readonly Found[] {
  const [was, is] = [rank(base), rank(now)];
  const raised = was !== undefined && is !== undefined && is > was;
  const message = `the TLS policy ${describeDifference(base, now)}`;
  return raised
    ? [{ kind: 'tls-raised', message: `${message}: older clients cannot connect` }]
    : [{ kind: 'tls-lowered', message: `${message}: check that it is not weaker` }];
}

/** The oldest version of TLS that a policy accepts. A document without a policy leaves it to AWS: `TLS_1_0`. */
function rank(policy: Json | undefined): number | undefined {
  if (policy === undefined) return 10;
  const [, major, minor] = /^(?:TLS_(\d)_(\d)$|)/.exec(String(policy)) ?? [];
  if (major !== undefined) return Number(major) * 10 + Number(minor);
  const [, oldest] = /^SecurityPolicy_TLS(\d\d)/.exec(String(policy)) ?? [];
  return oldest === undefined ? undefined : Number(oldest);
}
