import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readPage, ROOT } from './docs-blocks.js';

/** What the package holds of the files that pages may link to. */
const PACKED = /^(docs\/|action\/|(README|CHANGELOG)\.md$|LICENSE$)/;

/** The relative links of a page that lead nowhere in the package: to no file, or to no heading of it. */
export function brokenLinks(page: string): readonly string[] {
  const text = withoutFences(readPage(page));
  return [...text.matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)]
    .map((match) => match[1]!)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [file = '', heading] = link.split('#');
      const target = file === '' ? join(ROOT, page) : join(ROOT, dirname(page), file);
      if (!existsSync(target) || !PACKED.test(relative(ROOT, target))) return true;
      return heading !== undefined && !headingsOf(readFileSync(target, 'utf8')).includes(heading);
    })
    .map((link) => `${page}: ${link}`);
}

/** The anchors of a page's headings, as GitHub makes them. */
function headingsOf(markdown: string): readonly string[] {
  return [...withoutFences(markdown).matchAll(/^#+ (.+)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

function withoutFences(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```$/gm, '');
}
