import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../lib/backends/terraform/list-files.js';
import { formatDocument } from '../../lib/cli/files/format-document.js';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { TERRAFORM_MODULE } from '../../lib/values/terraform-writer.js';
import type { CompiledAll } from './compile-all.js';

/** Writes the Terraform module of an application, as the command does. */
export async function writeModule(
  folder: string,
  { outputs, gatewayOutput }: Pick<CompiledAll, 'outputs' | 'gatewayOutput'>,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { name, content } of listFiles(outputs.terraform, gatewayOutput)) {
    writeFileSync(
      join(folder, name),
      'text' in content
        ? content.text
        : await formatDocument(writeTree(content.document, TERRAFORM_MODULE), name),
    );
  }
}
