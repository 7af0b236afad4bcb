/** What AWS takes for its partitions, regions and accounts, its own variables of an import among them. */
export const PARTITION = '(?:aws(?:-cn|-us-gov|-iso(?:-[bef])?|-eusc)?|\\$\\{AWS::Partition\\})';
export const REGION = '(?:[a-z]{2,4}(?:-[a-z]+)+-\\d|\\$\\{AWS::Region\\})';
export const ACCOUNT = '(?:\\d{12}|\\$\\{AWS::AccountId\\})';

const ROLE = new RegExp(`^arn:${PARTITION}:iam::${ACCOUNT}:role/[\\w+=,.@/-]+$`);
const CALLER = new RegExp(`^arn:${PARTITION}:iam::\\*:user/\\*$`);
const FUNCTION = new RegExp(
  `^arn:${PARTITION}:lambda:${REGION}:${ACCOUNT}:function:[A-Za-z0-9_-]+(?::[\\w$-]+)?$`,
);
const POOL = new RegExp(`^arn:${PARTITION}:cognito-idp:${REGION}:${ACCOUNT}:userpool/[\\w-]+$`);
const BALANCER = new RegExp(
  `^arn:${PARTITION}:elasticloadbalancing:${REGION}:${ACCOUNT}:(?:listener|loadbalancer)/.+$`,
);

export const isRole = (value: unknown): boolean => matches(ROLE, value);
/** The caller's own identity in place of a role. */
export const isCaller = (value: unknown): boolean => matches(CALLER, value);
export const isFunction = (value: unknown): boolean => matches(FUNCTION, value);
export const isUserPool = (value: unknown): boolean => matches(POOL, value);
export const isLoadBalancer = (value: unknown): boolean => matches(BALANCER, value);

/** A stage variable stands for any part of a value, as far as an import can tell. */
export function withoutStageVariables(value: string): string {
  return value.replace(/\$\{stageVariables\.\w+\}/g, 'stagevariable');
}

function matches(pattern: RegExp, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  // A role or a function may stand behind a stage variable as a whole.
  return /^\$\{stageVariables\.\w+\}$/.test(value) || pattern.test(withoutStageVariables(value));
}
