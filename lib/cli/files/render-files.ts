import { renderIamPolicy } from '../../backends/iam-policy/index.js';
import type { Compiled } from '../../compile.js';
import { isObject } from '../../openapi/openapi.js';
import { AS_WRITTEN, writeTree, type TreeWriter } from '../../values/deploy-tree.js';
import { TERRAFORM } from '../../values/terraform-writer.js';
import type { ApigenArguments, Template } from '../export/apigen-arguments.js';
import { formatDocument } from './format-document.js';
import { sortDocument } from './sort-document.js';

export interface OutputFile {
  /** A file, or `-`. */
  readonly target: string;
  readonly text: string;
  /** `12 routes` */
  readonly content: string;
}

const WRITERS: Readonly<Record<Template, TreeWriter>> = { terraform: TERRAFORM, none: AS_WRITTEN };

const VERBS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** The documents and the policy that were asked for, as they are written. */
export async function renderFiles(
  { model, publicDocument, privateDocument }: Compiled,
  { outPublic, outPrivate, outIam, template, vars }: ApigenArguments,
): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  if (outPublic !== undefined) {
    const document = sortDocument(publicDocument);
    const operations = Object.values(document.paths).flatMap((item) =>
      isObject(item) ? Object.keys(item).filter((key) => VERBS.includes(key)) : [],
    );
    files.push({
      target: outPublic,
      text: await formatDocument(document, outPublic),
      content: count(operations.length, 'operation'),
    });
  }
  if (outPrivate !== undefined) {
    files.push({
      target: outPrivate,
      text: await formatDocument(writeTree(privateDocument, WRITERS[template], vars), outPrivate),
      content: count(model.routes.length, 'route'),
    });
  }
  if (outIam !== undefined) {
    const policy = renderIamPolicy(model);
    files.push({
      target: outIam,
      text: await formatDocument(writeTree(policy, WRITERS[template], vars), outIam),
      content: count(policy.Statement.length, 'statement'),
    });
  }
  return files;
}

/** `1 route`, `2 routes` */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
