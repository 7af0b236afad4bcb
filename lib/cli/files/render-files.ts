import { AS_WRITTEN, writeTree, type TreeWriter } from '../../values/deploy-tree.js';
import { TERRAFORM } from '../../values/terraform-writer.js';
import type { ApigenArguments, Template } from '../export/apigen-arguments.js';
import { formatDocument } from './format-document.js';
import type { AskedFile } from './outputs.js';

export interface OutputFile {
  /** A file, or `-`. */
  readonly target: string;
  readonly text: string;
  /** `12 routes` */
  readonly content: string;
}

const WRITERS: Readonly<Record<Template, TreeWriter>> = { terraform: TERRAFORM, none: AS_WRITTEN };

/** The documents and the policy that were asked for, as they are written. */
export async function renderFiles(
  asked: readonly AskedFile[],
  { template, vars }: Pick<ApigenArguments, 'template' | 'vars'>,
): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  for (const { target, content, hasDeployValues, description } of asked) {
    const written = hasDeployValues ? writeTree(content, WRITERS[template], vars) : content;
    files.push({ target, text: await formatDocument(written, target), content: description });
  }
  return files;
}
