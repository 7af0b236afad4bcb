import type { Page } from './page.js';

/** A page for wikis and pull requests. */
export function formatMarkdownPage({ title, version, sections }: Page): string {
  const lines = sections.flatMap(({ name, head, rows }) => [
    '',
    `## ${name}`,
    '',
    row(head),
    row(head.map(() => '---')),
    ...rows.map((cells) => row(cells.map(escapeCell))),
  ]);
  return `# ${escapeCell(title)} ${escapeCell(version)}\n${lines.join('\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Text as text: neither a table's, nor Markdown's, nor HTML's. */
function escapeCell(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\|*_[\]#~]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('`', '&#96;');
}
