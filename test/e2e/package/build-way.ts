import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Ended, InstalledApplication } from './install-application.js';
import type { Way } from './matrix.js';

/** An application that is built and run in one of the ways of the matrix. */
export interface WayApplication {
  /** Builds and runs the command, as the script of users does. */
  start(...args: readonly string[]): Ended;
  /** Runs what was built. */
  runBuilt(...args: readonly string[]): Ended;
  read(file: string): string;
}

/** Makes an application beside an installed one, with its packages. */
export function makeWay(installed: InstalledApplication, way: Way, node: string): WayApplication {
  const folder = join(installed.folder, `${way.build}-${way.node}-${way.format}-${way.adapter}`);
  const isMonorepo = way.build === 'monorepo';
  const source = isMonorepo ? 'apps/shop/src' : 'src';
  mkdirSync(join(folder, dirname(source)), { recursive: true });
  cpSync(join(installed.folder, 'src'), join(folder, source), { recursive: true });
  symlinkSync(join(installed.folder, 'node_modules'), join(folder, 'node_modules'));

  const write = (path: string, content: string | object): void =>
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  write('package.json', {
    name: 'my-api',
    private: true,
    type: way.format === 'esm' ? 'module' : 'commonjs',
  });
  write('nest-cli.json', nestCliFile(way));
  write(
    'tsconfig.json',
    read('../tsconfig.json').replace('"rootDir": "./src"', '"sourceMap": true, "rootDir": "."'),
  );
  if (isMonorepo) {
    write('apps/shop/tsconfig.app.json', {
      extends: '../../tsconfig.json',
      compilerOptions: { declaration: false, rootDir: '../..', outDir: '../../dist/apps/shop' },
      include: ['src'],
    });
  }
  if (way.adapter === 'fastify') write(`${source}/apigen.ts`, FASTIFY);
  if (way.format === 'cjs') {
    for (const name of ['apigen', 'app.module', 'app.controller']) {
      write(`${source}/${name}.ts`, read(`${source}/${name}.ts`).replaceAll(/'(\.\/.*)\.js'/g, "'$1'"));
    }
  }

  const run = (...args: readonly string[]): Ended => {
    const { status, stdout, stderr } = spawnSync(join(node, 'node'), args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', PATH: `${node}:${process.env['PATH']}` },
    });
    // Jest asks programs for colours.
    return { code: status, stdout: stripVTControlCharacters(stdout), stderr };
  };
  const nest = join(installed.folder, 'node_modules/@nestjs/cli/bin/nest.js');
  const name = isMonorepo ? ['shop'] : [];
  const built = {
    tsc: 'dist/src/apigen.js',
    swc: 'dist/src/apigen.js',
    webpack: 'dist/apigen.js',
    monorepo: 'dist/apps/shop/apigen.js',
  }[way.build];
  return {
    start: (...args) => run(nest, 'start', ...name, '--entryFile', 'apigen', '--', ...args),
    runBuilt: (...args) => run(built, ...args),
    read(file) {
      const text = read(file);
      rmSync(join(folder, file));
      return text;
    },
  };
}

function nestCliFile({ build, nest }: Way): object {
  if (build !== 'monorepo') {
    return { sourceRoot: 'src', compilerOptions: { deleteOutDir: true, builder: build } };
  }
  const tsConfigPath = 'apps/shop/tsconfig.app.json';
  const bundler = nest === 12 ? { builder: 'rspack' } : { webpack: true };
  return {
    monorepo: true,
    root: 'apps/shop',
    sourceRoot: 'apps/shop/src',
    compilerOptions: { deleteOutDir: true, tsConfigPath, ...bundler },
    projects: {
      shop: {
        type: 'application',
        root: 'apps/shop',
        entryFile: 'main',
        sourceRoot: 'apps/shop/src',
        compilerOptions: { tsConfigPath },
      },
    },
  };
}

const FASTIFY = `import { runApigen } from 'nestjs-aws-gateway/cli';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';

void runApigen(AppModule, { adapter: new FastifyAdapter() });
`;
