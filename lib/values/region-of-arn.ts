import type { DeployPart, DeployValue } from './deploy-value.js';

/** The region in an ARN. Absent where the value is not an ARN, has no region, or its region is known only at run time. */
export function regionOfArn(arn: DeployValue): DeployValue | undefined {
  const [prefix, , , region = []] = splitFields(arn);
  if (prefix?.join('') !== 'arn' || region.length === 0) return undefined;
  // A variable of the stage is text: API Gateway fills none in the region of a URI.
  return region.some((part) => typeof part === 'string' && !/^[\w-]+$/.test(part))
    ? undefined
    : { '@deploy': region };
}

/** The parts of a value between its colons. */
function splitFields({ '@deploy': parts }: DeployValue): readonly (readonly DeployPart[])[] {
  const fields: DeployPart[][] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string') {
      fields.at(-1)!.push(part);
      continue;
    }
    part.split(':').forEach((text, index) => {
      if (index > 0) fields.push([]);
      if (text !== '') fields.at(-1)!.push(text);
    });
  }
  return fields;
}
