import type { DeployMembers } from '../../../values/deploy-tree.js';
import { stops, type Refusal } from '../../refusal.js';

/** A plugin of a route. A route has each plugin at most once. */
export interface Plugin {
  readonly name: string;
  readonly config: DeployMembers;
}

/** What answers a route, without the names that the file gives it. */
export interface Answer {
  readonly plugins: readonly Plugin[];
  /** The service that the route belongs to. Absent: a plugin answers. */
  readonly service?: DeployMembers;
  /** Further fields of the route. */
  readonly route?: DeployMembers;
}

/** What becomes of an integration. */
export interface Rendered {
  /** Absent: Kong cannot answer the route. */
  readonly answer?: Answer;
  /** With an answer, what it does without. */
  readonly refusals: readonly Refusal[];
}

/** An answer, unless something that it cannot do without is refused. */
export function unless(refusals: readonly Refusal[], answer: Answer): Rendered {
  return refusals.some(stops) ? { refusals } : { answer, refusals };
}
