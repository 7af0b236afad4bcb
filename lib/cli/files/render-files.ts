import { AS_WRITTEN, writeTree, type TreeWriter } from '../../values/deploy-tree.js';
import { TERRAFORM } from '../../values/terraform-writer.js';
import { formatDocument } from './format-document.js';
import type { AskedFile, FileContent } from './outputs.js';

export interface OutputFile {
  /** A file, or `-`. */
  readonly target: string;
  readonly kind: FileContent;
  readonly text: string;
  /** `12 routes` */
  readonly content: string;
}

/** What reads the files and fills in their placeholders. */
export interface WriteSettings {
  readonly template: Template;
  readonly vars: ReadonlyMap<string, string>;
}

export type Template = 'terraform' | 'none';

const WRITERS: Readonly<Record<Template, TreeWriter>> = { terraform: TERRAFORM, none: AS_WRITTEN };

/** The requested documents and policy, as written to files. */
export async function renderFiles(
  asked: readonly AskedFile[],
  { template, vars }: WriteSettings,
): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  for (const { target, kind, content, hasDeployValues, description } of asked) {
    const written = hasDeployValues ? writeTree(content, WRITERS[template], vars) : content;
    files.push({ target, kind, text: await formatDocument(written, target), content: description });
  }
  return files;
}
