import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isObject } from '../../../openapi/openapi.js';

/** A module of a registry or of git that `terraform init` brought onto this machine. */
export interface InstalledModule {
  /** Absolute. */
  readonly dir: string;
  /** As it was written when it was installed; that of a registry with its host. */
  readonly source: string;
}

/** The installed modules by the directory of the module that calls them, and by the name of the call. */
export type InstalledModules = ReadonlyMap<string, ReadonlyMap<string, InstalledModule>>;

/**
 * Reads which modules `terraform init` installed for the root modules in directories. A file that Terraform did not write
 * installs nothing.
 */
export function readInstalled(dirs: readonly string[]): InstalledModules {
  const installed = new Map<string, Map<string, InstalledModule>>();
  for (const dir of dirs) {
    const entries = readManifest(dir);
    for (const [key, module] of entries) {
      const caller = entries.get(key.slice(0, Math.max(key.lastIndexOf('.'), 0)));
      if (key === '' || !caller) continue;
      const calls = installed.get(caller.dir) ?? new Map<string, InstalledModule>();
      calls.set(key.slice(key.lastIndexOf('.') + 1), module);
      installed.set(caller.dir, calls);
    }
  }
  return installed;
}

/** By the names of the calls from the root, with dots between them; the root itself has no name. */
function readManifest(dir: string): ReadonlyMap<string, InstalledModule> {
  const file = join(dir, '.terraform/modules/modules.json');
  if (!existsSync(file)) return new Map();
  return new Map(
    listEntries(readFileSync(file, 'utf8')).flatMap(
      (entry): readonly (readonly [string, InstalledModule])[] => {
        if (!isObject(entry)) return [];
        const { Key: key, Source: source, Dir: where } = entry;
        if (typeof key !== 'string' || typeof source !== 'string' || typeof where !== 'string') return [];
        return [[key, { dir: resolve(dir, where), source }]];
      },
    ),
  );
}

function listEntries(text: string): readonly unknown[] {
  try {
    const manifest: unknown = JSON.parse(text);
    return isObject(manifest) && Array.isArray(manifest['Modules']) ? manifest['Modules'] : [];
  } catch {
    return [];
  }
}

/** `terraform-aws-modules/lambda/aws//modules/alias` */
const OF_REGISTRY = /^[\w-]+\/[\w-]+\/[\w-]+(\/\/.*)?$/;

/** Whether the source of a call is still what was installed for it. */
export function isInstalled(written: string, { source }: InstalledModule): boolean {
  return !OF_REGISTRY.test(written) || source === written || source.endsWith(`/${written}`);
}
