import { isPlaceholder, type DeployValue, type ImportVariable } from '../../values/deploy-value.js';

/** Text inside a quoted string of HCL, in which nothing is interpolated. */
function hclText(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\([bf])/g, (_, letter: string) => (letter === 'b' ? '\\u0008' : '\\u000c'))
    .replace(/[$%](?=\{)/g, '$&$&');
}

export function hclString(text: string): string {
  return `"${hclText(text)}"`;
}

/** What Terraform knows of the account where API Gateway would fill in a variable. The id of a region is its name. */
const ACCOUNT: Readonly<Record<ImportVariable['variable'], string>> = {
  'AWS::Partition': 'data.aws_partition.current.partition',
  'AWS::Region': 'data.aws_region.current.id',
  'AWS::AccountId': 'data.aws_caller_identity.current.account_id',
};

/** A deploy value as an expression of HCL. `read` is the expression of a placeholder. */
export function hclValue(value: DeployValue, read: (placeholder: string) => string): string {
  const parts = value['@deploy'].map((part) => {
    if (typeof part === 'string') return { text: hclText(part) };
    return { code: isPlaceholder(part) ? read(part.placeholder) : ACCOUNT[part.variable] };
  });
  const [only] = parts;
  if (parts.length === 1 && only?.code !== undefined) return only.code;
  return `"${parts.map(({ text, code }) => text ?? `\${${code}}`).join('')}"`;
}

const ATTRIBUTE = /^( *)(\S+|"[^"]*") = (.*)$/;

/** Aligns the equals signs of neighbouring attributes, as `terraform fmt` does. */
export function alignHcl(text: string): string {
  const lines = text.split('\n');
  let run: {
    readonly index: number;
    readonly indent: string;
    readonly name: string;
    readonly value: string;
  }[] = [];
  const close = (): void => {
    const width = Math.max(...run.map(({ name }) => name.length));
    for (const { index, indent, name, value } of run)
      lines[index] = `${indent}${name.padEnd(width)} = ${value}`;
    run = [];
  };
  for (const [index, line] of lines.entries()) {
    const [, indent, name, value] = ATTRIBUTE.exec(line) ?? [];
    const fits =
      indent !== undefined && name !== undefined && value !== undefined && !/[[({]$|^<<-/.test(value);
    if (!fits || indent !== run.at(-1)?.indent) close();
    if (fits) run.push({ index, indent, name, value });
  }
  close();
  return lines.join('\n');
}
