import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTerraform } from './terraform.js';

/** What Terraform says of a block that it would format in another way, or cannot parse. */
export async function formatFault(binary: string, text: string): Promise<string> {
  const { code, stdout, stderr } = await runTerraform(
    binary,
    tmpdir(),
    ['fmt', '-check', '-diff', '-'],
    text,
  );
  return code === 0 ? '' : `${stdout}${stderr}` || 'not formatted';
}

/** What Terraform says of a configuration beside the files that the command writes; nothing when it is valid. */
export async function validationFault(
  binary: string,
  pluginDir: string,
  configuration: string,
  files: Readonly<Record<string, unknown>>,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'docs-hcl-'));
  try {
    writeFileSync(join(folder, 'main.tf'), configuration);
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(folder, name), JSON.stringify(content));
    for (const args of [['init', '-input=false', `-plugin-dir=${pluginDir}`], ['validate']]) {
      const { code, stdout, stderr } = await runTerraform(binary, folder, [...args, '-no-color']);
      if (code !== 0) return stdout + stderr;
    }
    return '';
  } finally {
    rmSync(folder, { recursive: true });
  }
}
