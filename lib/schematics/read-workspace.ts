import type { NestAddOptions } from './nest-add-options.js';
import type { Tree } from './tree.js';

/** Where an application stands in its workspace. Paths are relative to the root of the workspace. */
export interface Workspace {
  /** The application's name in a monorepo. */
  readonly project?: string;
  /** Is it the application that `nest start` starts without a name? */
  readonly isDefault: boolean;
  readonly sourceRoot: string;
  readonly mainFile: string;
  /** Where written documents go: '' for the root, or a folder with a slash. */
  readonly outputFolder: string;
}

interface Project {
  readonly type?: string;
  readonly root?: string;
  readonly sourceRoot?: string;
  readonly entryFile?: string;
}

interface NestCliFile extends Project {
  readonly projects?: Readonly<Record<string, Project>>;
}

const CONFIGURATIONS = ['nest-cli.json', '.nest-cli.json', '.nestcli.json', 'nest.json'];

/** Reads which application the flags mean. Throws if a monorepo has none of that name. */
export function readWorkspace(tree: Tree, options: NestAddOptions): Workspace {
  const file = CONFIGURATIONS.find((name) => tree.exists(name));
  const configuration = file ? (JSON.parse(tree.readText(file)) as NestCliFile) : {};
  const projects = Object.entries(configuration.projects ?? {}).filter(([, { type }]) => type !== 'library');
  const asked = options.sourceRoot ?? configuration.sourceRoot ?? 'src';
  const found = options.project
    ? projects.find(([name]) => name === options.project)
    : projects.find(([, { sourceRoot }]) => sourceRoot === asked);
  if (options.project && !found) {
    const known = projects.map(([name]) => name).join(', ') || 'it has none';
    throw new Error(
      `nestjs-aws-gateway: ${file ?? 'nest-cli.json'} has no application \`${options.project}\`. Applications: ${known}`,
    );
  }
  const [name, project] = found ?? [undefined, configuration];
  const sourceRoot = trimSlash(found ? (project.sourceRoot ?? asked) : asked);
  const root = trimSlash(found ? (project.root ?? '') : '');
  return {
    ...(name === undefined ? {} : { project: name }),
    isDefault: !found || project.sourceRoot === configuration.sourceRoot,
    sourceRoot,
    mainFile: `${sourceRoot}/${project.entryFile ?? configuration.entryFile ?? 'main'}.ts`,
    outputFolder: root === '' || root === '.' ? '' : `${root}/`,
  };
}

const trimSlash = (path: string): string => path.replace(/^\.\//, '').replace(/\/+$/, '');
