import { relative, resolve } from 'node:path';
import type { FileContent } from '../documents/read-content.js';
import type { TemplateSource } from '../values/value.js';
import type { Found } from './report.js';

/** A configuration that does not take the document at all is more likely the wrong directory than a right one. */
export function findWithoutDocument(
  dir: string,
  contents: ReadonlyMap<TemplateSource, FileContent>,
): readonly Found[] {
  const found = [...contents.values()].some(
    (content) => content.kind === 'known' && content.known.kind === 'document',
  );
  if (found) return [];
  const open = [...contents].filter(
    ([{ file }, content]) => file === undefined || content.kind === 'missing',
  );
  const file = relative(process.cwd(), resolve(dir)).replaceAll('\\', '/') || '.';
  const [first] = open.map(([source]) => source);
  return [
    {
      code: 'terraform-without-document',
      severity: 'error',
      at: first?.at ?? { file, line: 1, column: 1 },
      address: first?.owner ?? 'the whole configuration',
      message: first
        ? `no \`templatefile\` is known to take the document of this application: the file of this call ${first.file === undefined ? 'is not known' : `(\`${relative(process.cwd(), first.file)}\`) does not exist`}`
        : 'no `templatefile` takes the document of this application',
      fix: 'Name the directory that has it in `--terraform`, and the file in `--out-private`.',
    },
  ];
}
