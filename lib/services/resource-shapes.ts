import { ACCOUNT, PARTITION, REGION } from '../grammar/aws-location.js';
import { shapes, type OptionShape } from '../options/option-shape.js';

/** The name of a resource, or its ARN. */
export const nameOrArn = (
  what: string,
  [service, resource]: readonly [string, string],
  maximum: number,
  names = '[\\w.-]+',
): OptionShape =>
  upTo(
    maximum,
    shapes.deploy(
      `${what}, at most ${maximum} characters long, or its ARN`,
      new RegExp(
        `^(?:(?!arn:)${names}|arn:${PARTITION}:${service}:(?:${REGION})?:(?:${ACCOUNT})?:${resource}/${names})$`,
      ),
    ),
  );

/** The name of a resource. */
export const name = (what: string, maximum: number): OptionShape =>
  upTo(maximum, shapes.deploy(`${what}, at most ${maximum} characters long`, /^[\w.-]+$/));

/** A placeholder may be of any length. */
function upTo(maximum: number, shape: OptionShape): OptionShape {
  return {
    ...shape,
    accepts: (given) =>
      shape.accepts(given) &&
      (typeof given !== 'string' || /^arn:|\$\{/.test(given) || given.length <= maximum),
  };
}

export const arn = (service: string, resource: string, names: string): OptionShape =>
  shapes.deploy(
    `an ARN (\`arn:aws:${service}:REGION:ACCOUNT:${resource}\`)`,
    new RegExp(`^arn:${PARTITION}:${service}:(?:${REGION})?:(?:${ACCOUNT})?:${names}$`),
  );
