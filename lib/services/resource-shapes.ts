import { ACCOUNT, PARTITION, REGION } from '../grammar/aws-location.js';
import { shapes, type OptionShape } from '../options/option-shape.js';

/** The name of a resource, or its ARN. */
export const nameOrArn = (
  what: string,
  [service, resource]: readonly [string, string],
  lengths: Lengths,
  names = '[\\w.-]+',
): OptionShape =>
  within(
    lengths,
    shapes.deploy(
      `${what}, ${lengths.join(' to ')} characters long, or its ARN`,
      new RegExp(
        `^(?:(?!arn:)${names}|arn:${PARTITION}:${service}:(?:${REGION})?:(?:${ACCOUNT})?:${resource}/${names})$`,
      ),
    ),
  );

/** The name of a resource. */
export const name = (what: string, lengths: Lengths, form = /^[\w.-]+$/): OptionShape =>
  within(lengths, shapes.deploy(`${what}, ${lengths.join(' to ')} characters long`, form));

type Lengths = readonly [least: number, most: number];

/** A placeholder may be of any length. */
function within([least, most]: Lengths, shape: OptionShape): OptionShape {
  return {
    ...shape,
    accepts: (given) =>
      shape.accepts(given) &&
      (typeof given !== 'string' ||
        /^arn:|\$\{/.test(given) ||
        (given.length >= least && given.length <= most)),
  };
}

export const arn = (service: string, resource: string, names: string): OptionShape =>
  shapes.deploy(
    `an ARN (\`arn:aws:${service}:REGION:ACCOUNT:${resource}\`)`,
    new RegExp(`^arn:${PARTITION}:${service}:(?:${REGION})?:(?:${ACCOUNT})?:${names}$`),
  );
