/** The regions of each partition, of November 2026. */
const REGIONS_OF: Readonly<Record<string, string>> = {
  aws:
    'af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ' +
    'ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ' +
    'ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 ' +
    'eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2',
  'aws-cn': 'cn-north-1 cn-northwest-1',
  'aws-us-gov': 'us-gov-east-1 us-gov-west-1',
  'aws-iso': 'us-iso-east-1 us-iso-west-1',
  'aws-iso-b': 'us-isob-east-1 us-isob-west-1',
  'aws-iso-e': 'eu-isoe-west-1',
  'aws-iso-f': 'us-isof-east-1 us-isof-south-1',
  'aws-eusc': 'eusc-de-east-1',
};
const REGIONS = Object.values(REGIONS_OF).join(' ');

/** What AWS takes for its partitions, regions and accounts, its own variables of an import among them. */
export const PARTITION = '(?:aws(?:-cn|-us-gov|-iso(?:-[bef])?|-eusc)?|\\$\\{AWS::Partition\\})';
export const REGION = `(?:${REGIONS.split(/\s+/).join('|')}|\\$\\{AWS::Region\\})`;
const ACCOUNT = '(?:\\d{12}|\\$\\{AWS::AccountId\\})';

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

/** Whether an ARN names a region that its partition does not have. */
export function isMisplaced(arn: string): boolean {
  const [, partition = '', , region = ''] = arn.split(':');
  const regions = REGIONS_OF[partition]?.split(' ');
  return regions !== undefined && REGIONS.split(' ').includes(region) && !regions.includes(region);
}

/** Anything that looks like an ARN of a service, whatever its account and its name are. */
export function isArnOf(service: string, value: unknown): boolean {
  return matches(new RegExp(`^arn:${PARTITION}:${service}:[^:]*:[^:]*:.+$`), value);
}

function matches(pattern: RegExp, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  // A role or a function may stand behind a stage variable as a whole.
  return /^\$\{stageVariables\.\w+\}$/.test(value) || pattern.test(withoutStageVariables(value));
}
