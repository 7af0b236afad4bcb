import { ACCOUNT, PARTITION, REGION } from '../grammar/aws-location.js';
import { shapes, type OptionShape } from '../options/option-shape.js';

/** The name of a resource, or its ARN. */
export const nameOrArn = (what: string, service: string, resource: string, names = '[\\w.-]+'): OptionShape =>
  shapes.deploy(
    `${what}, or its ARN`,
    new RegExp(
      `^(?:(?!arn:)${names}|arn:${PARTITION}:${service}:(?:${REGION})?:(?:${ACCOUNT})?:${resource}/${names})$`,
    ),
  );

/** The name of a resource. */
export const name = (what: string): OptionShape => shapes.deploy(what, /^[\w.-]+$/);

export const arn = (service: string, resource: string, names: string): OptionShape =>
  shapes.deploy(
    `an ARN (\`arn:aws:${service}:REGION:ACCOUNT:${resource}\`)`,
    new RegExp(`^arn:${PARTITION}:${service}:(?:${REGION})?:(?:${ACCOUNT})?:${names}$`),
  );
