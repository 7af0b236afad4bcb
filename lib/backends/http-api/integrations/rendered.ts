import type { DeployMembers } from '../../../values/deploy-tree.js';
import { stops, type Refusal } from '../../refusal.js';

/** What becomes of an integration: the object for the document, or why there is none. */
export interface Rendered {
  /** Absent: an HTTP API cannot call it. */
  readonly integration?: DeployMembers;
  /** With an integration, what it does without. */
  readonly refusals: readonly Refusal[];
}

/** An integration, unless something that it cannot do without is refused. */
export function unless(refusals: readonly Refusal[], integration: DeployMembers): Rendered {
  return refusals.some(stops) ? { refusals } : { integration, refusals };
}

/** "Quotas for configuring and running an HTTP API in API Gateway": 30 s, which AWS does not raise. */
const MAXIMUM_TIMEOUT = 30_000;

export function refuseTimeout(timeout: number | undefined): readonly Refusal[] {
  if (timeout === undefined || timeout <= MAXIMUM_TIMEOUT) return [];
  return [
    {
      what: `\`timeout: ${timeout}\``,
      why: `an integration of an HTTP API may take ${MAXIMUM_TIMEOUT} ms, and AWS does not raise this quota`,
      fix: `Set at most \`timeout: ${MAXIMUM_TIMEOUT}\`, or serve the route from a REST API.`,
    },
  ];
}
