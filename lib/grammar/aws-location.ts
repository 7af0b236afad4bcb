const PARTITION_MARKS = '-cn|-us-gov|-iso(?:-[bef])?|-eusc';
const AREAS = 'af|ap|ca|cn|eu|eusc|il|me|mx|sa|us';
const SCOPES = 'gov|iso[bef]?|isoe|de';
const DIRECTIONS = 'central|north|south|east|west|northeast|northwest|southeast|southwest';

/**
 * The partitions and regions that AWS has, as parts of a regular expression. A region is told by its area and its
 * direction, so that a new one of AWS is taken. These are for values in which nothing is left to fill.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
export const FILLED_PARTITION = `aws(?:${PARTITION_MARKS})?`;
export const FILLED_REGION = `(?:${AREAS})(?:-(?:${SCOPES}))?-(?:${DIRECTIONS})-\\d`;

/** The same for values of options, in which `x` is the word for a placeholder or a part of it. */
export const PARTITION = `(?:aws(?:${PARTITION_MARKS}|-x)?|x)`;
export const REGION = `(?:(?:${AREAS}|x)(?:-(?:${SCOPES}))?-(?:${DIRECTIONS}|x)-[\\dx]|x)`;

/** An account id as a part of a regular expression; `x` is the word for a placeholder. */
export const ACCOUNT = '(?:\\d{12}|\\d*x\\d*)';

/** The partition that a region belongs to. The regions of `aws` have no mark of their own. */
export function partitionOf(region: string): string {
  const [area = '', scope = ''] = region.split('-');
  if (area === 'cn') return 'aws-cn';
  if (area === 'eusc') return 'aws-eusc';
  if (scope === 'gov') return 'aws-us-gov';
  const isolated = /^iso([a-z]?)$/.exec(scope);
  return isolated ? `aws-iso${isolated[1] === '' ? '' : `-${isolated[1]}`}` : 'aws';
}
