import type { AwsGatewayLimits } from '../../aws-gateway.options.js';
import type { Place } from '../../model/routes/route.js';

/** What a gateway limits. */
export interface Limit {
  /** What is counted, in the plural, or what is measured. */
  readonly name: string;
  readonly unit: 'pieces' | 'bytes' | 'characters';
  /** Absent: the gateway does not limit it. */
  readonly of?: number;
  /** The option of `limits` that says how far the quota was raised. Absent: it cannot be. */
  readonly quota?: keyof AwsGatewayLimits;
  /** How to need less of it, as a sentence that starts with a verb. */
  readonly shrink: string;
}

/** How much of a limit an API uses. */
export interface LimitUse extends Limit {
  readonly used: number;
  /** The route that it stands at. Absent: it is of the API as a whole. */
  readonly at?: Place;
}
