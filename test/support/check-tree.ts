import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Type } from '@nestjs/common';
import type { AwsGatewayOptions, Diagnostic } from 'nestjs-aws-gateway';
import { checkTerraform } from '../../lib/cli/check/check-terraform.js';
import { readApiFacts } from '../../lib/cli/check/documents/api-facts.js';
import { listKnownFiles } from '../../lib/cli/check/documents/list-known-files.js';
import { loadHclParser } from '../../lib/cli/check/hcl/parse-hcl.js';
import { formatDocument } from '../../lib/cli/files/format-document.js';
import { compileGateway } from '../../lib/compile-gateway.js';
import { readApplication } from '../../lib/nest/read-application.js';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { TERRAFORM } from '../../lib/values/terraform-writer.js';
import { CONFIG, createApp, moduleOf } from './create-app.js';

export interface TestTree {
  /** Texts by the name of their file. `api.json` and `iam.json` are those of the application unless they are set. */
  readonly files: Readonly<Record<string, string>>;
  readonly controllers: readonly Type[];
  readonly options?: AwsGatewayOptions;
  /** The directory to check. @default all of them */
  readonly dir?: string;
}

/** What is reported of a configuration, with files that are relative to it. */
export async function checkTree({
  files,
  controllers,
  options = {},
  dir = '.',
}: TestTree): Promise<readonly Diagnostic[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-check-'));
  try {
    const app = await createApp(moduleOf(controllers));
    const source = readApplication(app, CONFIG);
    const compiled = compileGateway(source, options);
    const written = {
      'api.json': await formatDocument(writeTree(compiled.gatewayOutput.document, TERRAFORM), 'api.json'),
      'iam.json': await formatDocument(writeTree(compiled.outputs['iam-policy'], TERRAFORM), 'iam.json'),
      ...files,
    };
    for (const [name, text] of Object.entries(written)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const known = await listKnownFiles(compiled, source, options, {});
    const { diagnostics } = checkTerraform(
      join(folder, dir),
      known,
      readApiFacts(compiled),
      await loadHclParser(),
    );
    const base = relative(process.cwd(), folder).replaceAll('\\', '/');
    const strip = (text: string): string => text.replaceAll(`${base}/`, '');
    return diagnostics.map((one) => ({
      ...one,
      message: strip(one.message),
      at: { ...one.at, file: strip(one.at.file ?? '') },
    }));
  } catch (error) {
    if (error instanceof Error) error.message = error.message.replaceAll(/[^\s:]*gateway-check-\w+\//g, '');
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `code severity file:line:column address` */
export function headlineOf({ code, severity, at }: Diagnostic): string {
  return `${code} ${severity} ${at.file}:${at.line}:${at.column} ${at.address}`;
}

/** Without the note that no API takes the document, for configurations that have only the values of one. */
export function withoutApi(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return found.filter(({ message }) => !message.startsWith('which API takes the document is not known'));
}
