import { docsOf, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { CheckedFile } from '../files/check-files.js';
import type { Difference } from '../files/find-difference.js';
import { count } from '../report/count.js';

/** A diagnostic for each file that is out of date. */
export function checkStale(files: readonly CheckedFile[]): readonly Diagnostic[] {
  return files.flatMap(({ target, stale }): readonly Diagnostic[] =>
    stale === undefined
      ? []
      : [
          {
            code: 'stale',
            severity: 'error',
            at: stale.missing ? { file: target } : { file: target, line: stale.line },
            message: stale.missing ? 'the file does not exist' : describe(stale),
            fix: 'Run the same command without `--check`, and commit the file.',
            docs: docsOf('stale'),
          },
        ],
  );
}

function describe({ line, lines, added, removed, placeholders }: Difference): string {
  const changes = [
    ...(added > 0 ? [`${count(added, 'line')} to add`] : []),
    ...(removed > 0 ? [`${count(removed, 'line')} to remove`] : []),
  ];
  const amount = changes.join(' and ') || 'the order of lines';
  const words = describePlaceholders(placeholders);
  return [
    `the file is out of date: ${amount}; the first difference is in line ${line}`,
    ...lines,
    ...(words === undefined ? [] : [words]),
  ].join('\n');
}

/** Terraform must fill in new placeholders. */
function describePlaceholders({ gone, fresh }: Difference['placeholders']): string | undefined {
  if (gone.length === 1 && fresh.length === 1) {
    return `The placeholder ${list(gone)} is now ${list(fresh)}: Terraform must fill in the new name.`;
  }
  const words = [
    ...(fresh.length > 0 ? [`Terraform must also fill in ${list(fresh)}`] : []),
    ...(gone.length > 0 ? [`${list(gone)} is no longer used`] : []),
  ];
  return words.length > 0 ? `Placeholders changed: ${words.join('; ')}.` : undefined;
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`\${${name}}\``).join(', ');
}
