import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotRun } from '../../process/cannot-run.js';
import type { HclParser } from '../hcl/parse-hcl.js';
import { isConfiguration, readModuleDir } from './read-module-dir.js';
import type { TerraformModule } from './terraform-module.js';

export interface TerraformTree {
  /** By absolute directory. */
  readonly modules: ReadonlyMap<string, TerraformModule>;
  /** Those that no other module of the tree calls. */
  readonly roots: readonly TerraformModule[];
}

/**
 * Reads every directory of configuration below one, and the local modules that they call.
 *
 * @throws CannotRun if there is none, or for a file that cannot be read
 */
export function readTree(dir: string, parser: HclParser): TerraformTree {
  if (!existsSync(dir)) throw new CannotRun(`the directory of '--terraform ${dir}' does not exist`);
  if (!statSync(dir).isDirectory()) throw new CannotRun(`'--terraform ${dir}' is not a directory`);
  const queue = [...listDirs(resolve(dir))];
  if (queue.length === 0) {
    throw new CannotRun(
      `'--terraform ${dir}' has no Terraform configuration: no file ends with .tf or .tf.json`,
    );
  }
  const modules = new Map<string, TerraformModule>();
  const called = new Set<string>();
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (modules.has(next)) continue;
    const module = readModuleDir(next, parser);
    modules.set(next, module);
    for (const call of module.calls.values()) {
      if (call.dir === undefined || call.dir === next) continue;
      called.add(call.dir);
      queue.push(call.dir);
    }
  }
  return { modules, roots: [...modules.values()].filter((module) => !called.has(module.dir)) };
}

function listDirs(dir: string): readonly string[] {
  const entries = readdirSync(dir, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const own = entries.some((entry) => entry.isFile() && isConfiguration(entry.name)) ? [dir] : [];
  return [
    ...own,
    ...entries
      .filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
      .flatMap((entry) => listDirs(join(dir, entry.name))),
  ];
}
