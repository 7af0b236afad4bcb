/**
 * The partitions and regions that AWS has, as parts of a regular expression; `x` is the word for a placeholder. A
 * region is told by its area and its direction, so that a new one of AWS is taken.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
export const PARTITION = '(?:aws(?:-cn|-us-gov|-iso(?:-[bef])?|-eusc|-x)?|x)';
export const REGION =
  '(?:(?:af|ap|ca|cn|eu|eusc|il|me|mx|sa|us|x)(?:-(?:gov|iso[bef]?|isoe|de))?-(?:central|north|south|east|west|northeast|northwest|southeast|southwest|x)-[\\dx]|x)';
