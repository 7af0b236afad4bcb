import type { CheckedApi } from '../apis/find-apis.js';
import type { FileContent } from '../documents/read-content.js';
import type { TemplateSource } from '../values/value.js';
import type { Found } from './report.js';

/** The document is read, but no API is known to take it: nothing about the API was checked. */
export function findUnfollowed(
  apis: readonly CheckedApi[],
  handedOver: readonly Found[],
  contents: ReadonlyMap<TemplateSource, FileContent>,
): readonly Found[] {
  if (apis.length > 0 || handedOver.length > 0) return [];
  const found = [...contents].filter(
    ([, content]) => content.kind === 'known' && content.known.kind === 'document',
  );
  const isGenerated = found.some(([, content]) => content.kind === 'known' && content.isGenerated);
  const [first] = found.map(([source]) => source);
  if (!first || isGenerated) return [];
  return [
    {
      code: 'terraform-not-followed',
      severity: 'info',
      at: first.at,
      address: first.owner,
      message: 'which API takes the document is not known: no `body` can be followed to this call',
      fix: 'Set it as `body` of the API, or check by hand that the API repeats the settings of the document, deploys each change, and may call the functions.',
    },
  ];
}
