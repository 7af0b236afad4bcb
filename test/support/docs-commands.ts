import type { Block } from './docs-blocks.js';

/** What commands can name. */
export interface Known {
  /** Scripts of package.json. */
  readonly scripts: readonly string[];
  /** The package and its peers. */
  readonly packages: readonly string[];
  /** Options of `apigen`. */
  readonly options: readonly string[];
  /** Flags of `nest add`. */
  readonly flags: readonly string[];
}

/** The commands of a block, one for each line and each `&&`. */
export function commandsOf({ text }: Pick<Block, 'text'>): readonly string[] {
  return text
    .replace(/\\\n\s*/g, '')
    .split(/\n|&&/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What a command names that does not exist. */
export function unknownIn(command: string, { scripts, packages, options, flags }: Known): readonly string[] {
  const [, npm, script] = /^npm (install|ci|run|test)\b *([\w:]*)/.exec(command) ?? [];
  switch (npm) {
    case 'ci':
      return [];
    case 'install':
      return command
        .split(' ')
        .slice(2)
        .filter((name) => !packages.includes(name));
    case 'run':
      if (/^apigen(:write|:check)?$/.test(script!)) return unknownOptions(command, options);
      return scripts.includes(script!) ? [] : [script!];
    case 'test':
      return scripts.includes('test') ? [] : ['test'];
    default: {
      // The script that README adds.
      if (command === SCRIPT) return [];
      if (OTHERS.test(command)) return [];
      if (command.startsWith(ADD)) return unknownFlags(command.slice(ADD.length), flags);
      return /^(npx )?nest start --entryFile apigen -- /.test(command)
        ? unknownOptions(command, options)
        : [command];
    }
  }
}

/** Programs of other projects. */
const OTHERS = /^(npx @nestjs\/cli new \w+|moto_server -p \d+|terraform -chdir=\w+ (init|apply))$/;

const ADD = 'npx nest add nestjs-aws-gateway';
const SCRIPT = 'npm pkg set scripts.apigen="nest start --entryFile apigen --"';

function unknownOptions(command: string, options: readonly string[]): readonly string[] {
  return unknownFlags(command.slice(command.indexOf(' -- ') + 4), options);
}

function unknownFlags(given: string, options: readonly string[]): readonly string[] {
  return (given.match(/--[a-z-]+/g) ?? []).filter((option) => !options.includes(option));
}
