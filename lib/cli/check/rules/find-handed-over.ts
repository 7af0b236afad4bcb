import type { FileContent } from '../documents/read-content.js';
import type { EvaluatedTree } from '../values/evaluate-tree.js';
import { documentsIn } from '../values/read-parts.js';
import type { TemplateSource } from '../values/value.js';
import type { Found } from './report.js';

/** A module that is not in the tree takes the document: what it makes of it cannot be read. */
export function findHandedOver(
  { foreignCalls }: EvaluatedTree,
  contents: ReadonlyMap<TemplateSource, FileContent>,
): readonly Found[] {
  const isDocument = (source: TemplateSource): boolean => {
    const content = contents.get(source);
    return content?.kind === 'known' && content.known.kind === 'document';
  };
  return foreignCalls.flatMap(({ instance, call, body }) =>
    [...body.attributes]
      .filter(([, value]) => documentsIn(value).some(({ source }) => isDocument(source)))
      .map(([name]): Found => ({
        code: 'terraform-not-followed',
        severity: 'info',
        at: call.body.attributes.get(name)?.at ?? call.at,
        address: [instance.address, `module.${call.name}`].filter((part) => part !== '').join('.'),
        message: `what \`module.${call.name}\` makes of the document is not known: \`${call.source ?? 'its source'}\` is not in this tree, and \`terraform init\` has not installed it`,
        fix: 'Run `terraform init` before, or check by hand that the module repeats the settings of the document, deploys each change, and lets API Gateway call the functions.',
      })),
  );
}
