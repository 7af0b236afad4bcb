import { PAGE_SCRIPT } from './page-script.js';
import { PAGE_STYLE } from './page-style.js';
import type { Page, PageSection } from './page.js';

/** One file that needs no other: it loads nothing, and works without a network. */
export function formatHtmlPage({ title, version, sections }: Page): string {
  const name = escapeHtml([title, version].filter((text) => text !== '').join(' '));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${name}</title>
<style>
${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${name}</h1>
<label>Filter <input type="search" id="filter" autocomplete="off" spellcheck="false" aria-describedby="keys"></label>
<span id="keys"><kbd>/</kbd> filters, <kbd>Esc</kbd> shows all</span>
<output id="count" aria-live="polite"></output>
</header>
<main>
${sections.map(formatSection).join('')}</main>
<script>
${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

function formatSection({ name, head, rows, note }: PageSection): string {
  const cells = (tag: string, values: readonly string[], attributes = ''): string =>
    values.map((value) => `<${tag}${attributes}>${breakable(escapeHtml(value))}</${tag}>`).join('');
  return `<details open>
<summary>${escapeHtml(name)} (${rows.length})</summary>
<div class="wide" tabindex="0" role="region" aria-label="${escapeHtml(name)}">
<table>
<thead><tr>${cells('th', head, ' scope="col"')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${cells('td', row)}</tr>\n`).join('')}</tbody>
</table>
</div>
${note === undefined ? '' : `<p>${escapeHtml(note)}</p>\n`}</details>
`;
}

/** Paths, ARNs and names break behind their separators, and nowhere else. */
function breakable(html: string): string {
  return html.replaceAll(/[/._:](?=\w)/g, '$&<wbr>');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
