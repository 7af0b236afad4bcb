import type { AwsGatewayId } from '../../aws-gateway.options.js';
import type { Rule } from '../rule.js';
import { limitExceeded } from './limit-exceeded.rule.js';
import { limitNear } from './limit-near.rule.js';
import type { LimitUse } from './limit.js';
import { notExpressible, type Inexpressible } from './not-expressible.rule.js';

/** What the rules below read of the output of a gateway. */
interface GatewayFindings {
  readonly gateway: AwsGatewayId;
  readonly inexpressible: readonly Inexpressible[];
  readonly limits: readonly LimitUse[];
}

/** The rules that each gateway is checked with: they read its output. */
export const GATEWAY_RULES: readonly Rule<GatewayFindings>[] = [limitExceeded, limitNear, notExpressible];
