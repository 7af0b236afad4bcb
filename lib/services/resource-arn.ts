import { fillOptionText, formatOptionText, optionTextInUri, type OptionText } from '../values/option-text.js';
import { joinDeployValue, mapDeployText, type DeployValue } from '../values/deploy-value.js';
import { regionOfArn } from '../values/region-of-arn.js';
import type { Account } from './service-definition.js';

/** The ARN of a resource in the API's own account. */
export function resourceArn(
  { partition, region, accountId }: Account,
  service: string,
  prefix: string,
  name: OptionText,
): DeployValue {
  return joinDeployValue(
    'arn:',
    partition,
    `:${service}:`,
    region,
    ':',
    accountId,
    `:${prefix}`,
    pattern(name),
  );
}

/** The ARN of a resource that an option names, or whose ARN it is already. */
export function namedArn(account: Account, service: string, prefix: string, name: OptionText): DeployValue {
  return isArn(name) || isNamedAsArn(name) ? pattern(name) : resourceArn(account, service, prefix, name);
}

/** The region of a resource that an option names by its ARN. */
export function regionIn(name: OptionText): DeployValue | undefined {
  return regionOfArn(optionTextInUri(name));
}

/** A placeholder that its name calls an ARN. */
function isNamedAsArn(name: OptionText): boolean {
  return (
    /^\$\{(?:\w*_)?arn\}$/i.test(formatOptionText(name)) || /^\$\{\w+Arn\}$/.test(formatOptionText(name))
  );
}

export function isArn(name: OptionText): boolean {
  const [first] = fillOptionText(name, () => '')['@deploy'];
  return typeof first === 'string' && first.startsWith('arn:');
}

/**
 * A text as IAM reads it: `*` stands for what only a request or the stage knows, and nothing else does.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function pattern(text: OptionText): DeployValue {
  const marked = fillOptionText(text, () => WILDCARD);
  return mapDeployText(marked, (part) =>
    part.replace(/[*?]|\$(?=\{)/g, (char) => `\${${char}}`).replaceAll(WILDCARD, '*'),
  );
}

/** No text of an option holds it. */
const WILDCARD = '\0';

/** The ARN beside a placeholder: Terraform names both. Where two resources would share it, the whole name is kept. */
export function arnBeside(
  source: string,
  kind: RegExp,
  suffix: string,
  { names = [] }: Account,
): DeployValue {
  const strip = (name: string): string => name.replace(kind, '');
  const short = strip(source);
  const clashes =
    names.includes(short + suffix) || names.some((name) => name !== source && strip(name) === short);
  return { '@deploy': [{ placeholder: (clashes ? source : short) + suffix }] };
}
