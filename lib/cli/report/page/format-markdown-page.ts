import type { Page } from './page.js';

/** A page for wikis and pull requests. */
export function formatMarkdownPage({ title, version, sections }: Page): string {
  const lines = sections.flatMap(({ name, head, rows, note }) => [
    '',
    `## ${name}`,
    '',
    row(head),
    row(head.map(() => '---')),
    ...rows.map((cells) => row(cells.map(escapeCell))),
    ...(note === undefined ? [] : ['', escapeCell(note)]),
  ]);
  return `# ${escapeCell(title)} ${escapeCell(version)}\n${lines.join('\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Text as text: neither a table's, nor Markdown's, nor HTML's. GitHub takes `@AwsLambda` for a person to notify. */
function escapeCell(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\|*_[\]#~]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('`', '&#96;')
    .replaceAll(/@(?=\w)/g, '@<!-- -->');
}
