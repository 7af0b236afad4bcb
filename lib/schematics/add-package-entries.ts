import { styleLike } from './edit-text.js';
import { done, NOTHING, type Outcome } from './outcome.js';
import type { Workspace } from './read-workspace.js';
import type { Tree } from './tree.js';

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Adds the scripts and the packages that the command needs. What `package.json` has already stays. */
export function addPackageEntries(tree: Tree, workspace: Workspace, entryFile: string): Outcome {
  const text = tree.readText('package.json');
  const manifest = JSON.parse(text) as Manifest;
  const scripts = missingIn([manifest.scripts], listScripts(workspace, entryFile));
  const known = [manifest.dependencies, manifest.devDependencies];
  const dependencies = missingIn(known, {
    '@nestjs/swagger': `^${readMajor(manifest)}.0.0`,
  });
  const devDependencies = missingIn(known, { 'nest-commander': '^3.17.0' });
  const added = [scripts, dependencies, devDependencies].flatMap((entries) => Object.keys(entries));
  if (added.length === 0) return NOTHING;
  const changed = {
    ...manifest,
    ...merge('scripts', manifest.scripts, scripts),
    ...merge('dependencies', manifest.dependencies, dependencies, true),
    ...merge('devDependencies', manifest.devDependencies, devDependencies, true),
  };
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  tree.overwrite('package.json', styleLike(text, `${JSON.stringify(changed, null, indent)}\n`));
  return done(`package.json has ${added.map((name) => `\`${name}\``).join(', ')}`);
}

/** The name of the script that runs the command. */
export const scriptOf = ({ project, isDefault }: Workspace): string =>
  isDefault ? 'apigen' : `apigen:${project}`;

function listScripts(workspace: Workspace, entryFile: string): Readonly<Record<string, string>> {
  const { project, outputFolder } = workspace;
  const name = scriptOf(workspace);
  const start = `nest start ${project ? `${project} ` : ''}--entryFile ${entryFile} --`;
  const files = `--out-public ${outputFolder}api_public.json --out-private ${outputFolder}api_private.json`;
  return {
    [name]: start,
    [`${name}:write`]: `${start} ${files}`,
    [`${name}:check`]: `${start} ${files} --check --strict`,
  };
}

function missingIn(
  known: readonly (Readonly<Record<string, string>> | undefined)[],
  wanted: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(wanted).filter(([name]) => known.every((entries) => entries?.[name] === undefined)),
  );
}

function merge(
  key: keyof Manifest,
  known: Readonly<Record<string, string>> | undefined,
  added: Readonly<Record<string, string>>,
  sorts = false,
): Manifest {
  if (Object.keys(added).length === 0) return {};
  const entries = Object.entries({ ...known, ...added });
  // npm sorts packages when it installs one; scripts stand as the user put them.
  return { [key]: Object.fromEntries(sorts ? entries.toSorted(([a], [b]) => (a < b ? -1 : 1)) : entries) };
}

function readMajor({ dependencies, devDependencies }: Manifest): string {
  const range = dependencies?.['@nestjs/core'] ?? devDependencies?.['@nestjs/core'] ?? '';
  return /\d+/.exec(range)?.[0] ?? '12';
}
