import { asDeployValue } from '../values/deploy-text.js';
import { joinDeployValue, type DeployValue } from '../values/deploy-value.js';
import type { Account } from './service-definition.js';

/** The ARN of a resource in the API's own account. */
export function resourceArn(
  { partition, region, accountId }: Account,
  service: string,
  prefix: string,
  name: string | DeployValue,
): DeployValue {
  return joinDeployValue(
    'arn:',
    partition,
    `:${service}:`,
    region,
    ':',
    accountId,
    `:${prefix}`,
    asDeployValue(name),
  );
}
