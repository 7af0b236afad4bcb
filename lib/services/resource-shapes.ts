import { ACCOUNT, PARTITION, REGION } from '../grammar/aws-location.js';
import { shapes, type OptionShape } from '../options/option-shape.js';

/** The name of a resource, or its ARN. */
export const nameOrArn = (
  what: string,
  [service, resource]: readonly [string, string],
  most: number,
  names = '[\\w.-]+',
): OptionShape =>
  upTo(
    most,
    shapes.deploy(
      `${what}, at most ${most} characters long, or its ARN`,
      new RegExp(
        `^(?:(?!arn:)${names}|arn:${PARTITION}:${service}:(?:${REGION})?:(?:${ACCOUNT})?:${resource}/${names})$`,
      ),
    ),
  );

/** The name of a resource. */
export const name = (what: string, most: number, form = /^[\w.-]+$/): OptionShape =>
  upTo(most, shapes.deploy(`${what}, at most ${most} characters long`, form));

/** A placeholder may be of any length. */
function upTo(most: number, shape: OptionShape): OptionShape {
  return {
    ...shape,
    accepts: (given) =>
      shape.accepts(given) && (typeof given !== 'string' || /^arn:|\$\{/.test(given) || given.length <= most),
  };
}

export const arn = (service: string, resource: string, names: string): OptionShape =>
  shapes.deploy(
    `an ARN (\`arn:aws:${service}:REGION:ACCOUNT:${resource}\`)`,
    new RegExp(`^arn:${PARTITION}:${service}:(?:${REGION})?:(?:${ACCOUNT})?:${names}$`),
  );
