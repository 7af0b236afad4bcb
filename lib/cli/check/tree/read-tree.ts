import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { CannotRun } from '../../process/cannot-run.js';
import type { HclParser } from '../hcl/parse-hcl.js';
import { readInstalled, type InstalledModules } from './read-installed.js';
import { isConfiguration, readModuleDir } from './read-module-dir.js';
import type { TerraformModule } from './terraform-module.js';

export interface TerraformTree {
  /** By absolute directory. */
  readonly modules: ReadonlyMap<string, TerraformModule>;
  /** Those that no other module of the tree calls. */
  readonly roots: readonly TerraformModule[];
}

/**
 * Reads every directory of configuration below one, and the modules that they call: local ones, and those that
 * `terraform init` installed.
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
  const installed = readInstalled(queue);
  const modules = new Map<string, TerraformModule>();
  const called = new Set<string>();
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (modules.has(next)) continue;
    const module = readOne(next, parser, installed);
    if (!module) continue;
    modules.set(next, module);
    for (const call of module.calls.values()) {
      if (call.dir === undefined || call.dir === next) continue;
      called.add(call.dir);
      queue.push(call.dir);
    }
  }
  return { modules, roots: [...modules.values()].filter((module) => !called.has(module.dir)) };
}

/** An installed module that cannot be read is not followed. */
function readOne(dir: string, parser: HclParser, installed: InstalledModules): TerraformModule | undefined {
  try {
    return readModuleDir(dir, parser, installed);
  } catch (error) {
    if (dir.split(sep).includes('.terraform') && error instanceof CannotRun) return undefined;
    throw error;
  }
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
