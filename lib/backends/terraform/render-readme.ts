import type { ModuleOutput, ModuleVariable } from './variables/render-variables.js';

export interface ReadmeParts {
  readonly title: string;
  /** What the module deploys, in a sentence. */
  readonly summary: string;
  readonly variables: readonly ModuleVariable[];
  readonly outputs: readonly ModuleOutput[];
  /** What a reader must know, each a paragraph of Markdown. */
  readonly notes: readonly string[];
}

/** `README.md` of a module. */
export function renderReadme({ title, summary, variables, outputs, notes }: ReadmeParts): string {
  const needed = variables.filter((one) => one.default === undefined);
  return `# ${cell(title)}

${summary}

\`\`\`hcl
module "api" {
  source = "./api"
${needed.length > 0 ? `\n${alignNames(needed)}\n` : ''}}
\`\`\`

${notes.join('\n\n')}

## Variables

| name | description | default |
| --- | --- | --- |
${variables
  .map(
    (one) =>
      `| \`${one.name}\` | ${cell(one.description)} | ${one.default === undefined ? 'must be set' : `\`${cell(one.default)}\``} |`,
  )
  .join('\n')}

## Outputs

| name | description |
| --- | --- |
${outputs.map(({ name, description }) => `| \`${name}\` | ${cell(description)} |`).join('\n')}
`;
}

function alignNames(variables: readonly ModuleVariable[]): string {
  const width = Math.max(...variables.map(({ name }) => name.length));
  return variables
    .map(({ name, type }) => `  ${name.padEnd(width)} = ${type === 'string' ? '"…"' : '…'}`)
    .join('\n');
}

/** In a cell of a table, and no markup. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[|<]/g, '\\$&');
}
