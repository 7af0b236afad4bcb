import { nameParameters, writeCloudFormation } from '../../values/cloudformation-writer.js';
import { DECK } from '../../values/deck-writer.js';
import { AS_WRITTEN, writeTree, type TreeWriter } from '../../values/deploy-tree.js';
import { TERRAFORM, TERRAFORM_MODULE } from '../../values/terraform-writer.js';
import { formatDocument } from './format-document.js';
import type { AskedFile, FileContent } from './outputs.js';

export interface OutputFile {
  /** A file, or `-`. */
  readonly target: string;
  readonly kind: FileContent;
  readonly text: string;
  /** `12 routes` */
  readonly content: string;
  /** The directory of a module that the file is part of. */
  readonly folder?: string;
}

/** What reads the files and fills in their placeholders. */
export interface WriteSettings {
  readonly template: Template;
  readonly vars: ReadonlyMap<string, string>;
}

export type Template = 'terraform' | 'cloudformation' | 'deck' | 'none';

const WRITERS: Readonly<Record<Exclude<Template, 'cloudformation'>, TreeWriter>> = {
  terraform: TERRAFORM,
  deck: DECK,
  none: AS_WRITTEN,
};

/** The requested documents and policy, as written to files. */
export async function renderFiles(
  asked: readonly AskedFile[],
  { template, vars }: WriteSettings,
): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  for (const { target, kind, content, hasDeployValues, description, text, folder } of asked) {
    const isModule = folder !== undefined;
    const written = hasDeployValues ? write({ content, kind, isModule }, template, vars) : content;
    files.push({
      target,
      kind,
      text: text ?? (await formatDocument(written, target)),
      content: description,
      ...(folder === undefined ? {} : { folder }),
    });
  }
  return files;
}

function write(
  { content, kind, isModule }: Pick<AskedFile, 'content' | 'kind'> & { readonly isModule: boolean },
  template: Template,
  vars: WriteSettings['vars'],
): unknown {
  if (isModule) return writeTree(content, TERRAFORM_MODULE, vars);
  if (template !== 'cloudformation') return writeTree(content, WRITERS[template], vars);
  return writeCloudFormation(content, nameParameters(content, kind === 'policy'), vars);
}
