import { kindOf } from '../../../grammar/value-kinds.js';
import type { FileContent } from '../documents/read-content.js';
import type { KnownFile, PlaceholderOrigin } from '../documents/known-file.js';
import { textOf } from '../values/read-value.js';
import type { Member, TemplateSource, Value } from '../values/value.js';
import type { Found } from './report.js';

/** Whether the values of a `templatefile` are what their placeholders stand for, as far as they are known. */
export function checkValueKinds(contents: ReadonlyMap<TemplateSource, FileContent>): readonly Found[] {
  return [...contents].flatMap(([source, content]) => {
    if (content.kind !== 'known' || content.isGenerated || source.call !== 'templatefile') return [];
    return source.values?.kind === 'object'
      ? [...source.values.members].flatMap(([name, member]) =>
          checkMember(name, member, { known: content.known, address: source.owner }),
        )
      : [];
  });
}

function checkMember(
  name: string,
  { value, at }: Member,
  { known, address }: { readonly known: KnownFile; readonly address: string },
): readonly Found[] {
  const origin = known.placeholders.get(name);
  if (!origin) return [];
  const found = isOriginList(origin)
    ? checkOrigins(value)
    : (checkText(value) ?? checkAttribute(value, origin));
  if (!found) return [];
  const { is, wanted, fix } = found;
  return [
    {
      code: 'terraform-wrong-value',
      severity: 'error',
      at,
      address,
      message: `the value of \`${name}\` is ${is}, but the placeholder \`\${${name}}\` of ${known.words} stands for ${wanted}`,
      fix,
    },
  ];
}

interface Wrong {
  readonly is: string;
  readonly wanted: string;
  readonly fix: string;
}

function isOriginList({ options }: PlaceholderOrigin): boolean {
  return options.some(({ name }) => name === 'originList');
}

const ORIGINS = kindOf('originList', true)!;
const LIST = 'a list of origins';

function checkOrigins(value: Value): Wrong | undefined {
  if (value.kind === 'known' || value.kind === 'text') {
    return { is: 'not a list', wanted: LIST, fix: 'Write a list, such as `["https://app.example.com"]`.' };
  }
  if (value.kind !== 'list') return undefined;
  const wrong = value.items.map(textOf).find((text) => text !== undefined && !matches(text, ORIGINS[0]));
  if (wrong === undefined) return undefined;
  return {
    is: `a list with \`${wrong}\``,
    wanted: LIST,
    fix: 'Write scheme, host and port in lower case, without a slash at the end.',
  };
}

function checkText(value: Value): Wrong | undefined {
  if (value.kind !== 'list' && value.kind !== 'object') return undefined;
  const is = value.kind === 'list' ? 'a list' : 'an object';
  return { is, wanted: 'a text', fix: 'Set one of its items.' };
}

/** Attributes of a function that its ARN is taken for. */
const WRONG_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  functionArn: ['function_name', 'id', 'invoke_arn', 'qualified_invoke_arn'],
  invokeArn: ['function_name', 'id', 'arn', 'qualified_arn'],
};

function checkAttribute(value: Value, { options }: PlaceholderOrigin): Wrong | undefined {
  if (value.kind !== 'resource' || value.resource.type !== 'aws_lambda_function') return undefined;
  const [attribute = ''] = value.path;
  const wrong = options.find(({ name, isWhole }) => isWhole && WRONG_ATTRIBUTES[name]?.includes(attribute));
  if (!wrong) return undefined;
  return {
    is: `\`${attribute}\` of \`${value.resource.address}\``,
    wanted: kindOf(wrong.name, true)![1],
    fix: `Use \`${value.resource.address}.${wrong.name === 'functionArn' ? 'arn' : 'invoke_arn'}\`.`,
  };
}

function matches(text: string, pattern: string): boolean {
  return new RegExp(pattern).test(text);
}
