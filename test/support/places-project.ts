import { transformSync } from '@swc/core';
import { build as bundle, type BuildOptions } from 'esbuild';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import webpack, { type Configuration } from 'webpack';
import { runProcess, type CliRun } from './cli-project.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** An application with its TypeScript sources, which several compilers build into a folder each. */
export class PlacesProject {
  private readonly folder: string;

  constructor(private readonly sources: Readonly<Record<string, string>>) {
    const projects = join(root, 'dist/test-cli');
    mkdirSync(projects, { recursive: true });
    this.folder = mkdtempSync(join(projects, 'places-'));
    this.put('package.json', '{"type":"module"}');
    this.put('cjs/package.json', '{"type":"commonjs"}');
    this.put('loader.cjs', LOADER);
    mkdirSync(join(this.folder, 'node_modules'));
    symlinkSync(root, join(this.folder, 'node_modules/nestjs-aws-gateway'), 'dir');
    for (const [name, text] of Object.entries(sources)) this.put(`src/${name}.ts`, text);
  }

  /** One file for each source, by TypeScript. */
  compile(out: string, module = ts.ModuleKind.ESNext, maps: 'beside' | 'inside' | 'none' = 'beside'): void {
    for (const [name, text] of Object.entries(this.sources)) {
      const { outputText, sourceMapText } = ts.transpileModule(text, {
        fileName: `${name}.ts`,
        compilerOptions: {
          ...COMPILER,
          module,
          sourceRoot: '../src',
          sourceMap: maps === 'beside',
          inlineSourceMap: maps === 'inside',
        },
      });
      this.put(`${out}/${name}.js`, outputText);
      if (sourceMapText !== undefined) this.put(`${out}/${name}.js.map`, sourceMapText);
    }
  }

  /** One file for each source, by SWC. */
  compileWithSwc(out: string): void {
    for (const [name, text] of Object.entries(this.sources)) {
      const { code, map } = transformSync(text, {
        swcrc: false,
        filename: `../src/${name}.ts`,
        sourceMaps: true,
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      });
      this.put(`${out}/${name}.js`, `${code}\n//# sourceMappingURL=${name}.js.map\n`);
      this.put(`${out}/${name}.js.map`, map!);
    }
  }

  async bundleWithEsbuild(out: string, options: BuildOptions): Promise<void> {
    await bundle({
      absWorkingDir: this.folder,
      entryPoints: ['src/apigen.ts'],
      outfile: join(this.folder, out),
      bundle: true,
      platform: 'node',
      packages: 'external',
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
      ...options,
    });
  }

  async bundleWithWebpack(out: string, options: Configuration): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      webpack(
        {
          mode: 'none',
          target: 'node',
          context: this.folder,
          entry: './src/apigen.ts',
          resolve: { extensionAlias: { '.js': ['.ts'] } },
          externals: [/^[^.]/],
          externalsType: 'commonjs',
          module: { rules: [{ test: /\.ts$/, use: join(this.folder, 'loader.cjs') }] },
          ...options,
          output: { path: this.folder, filename: out, ...options.output },
        },
        (error, stats) => {
          const failed = error ?? (stats?.hasErrors() ? new Error(stats.toString('errors-only')) : undefined);
          if (failed) reject(failed);
          else resolve();
        },
      );
    });
  }

  run(entry: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliRun> {
    return runProcess(process.execPath, [join(this.folder, entry), ...args], { cwd: this.folder, env });
  }

  path(): string {
    return this.folder;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private put(name: string, text: string): void {
    const file = join(this.folder, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
}

const COMPILER = {
  target: ts.ScriptTarget.ES2022,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
};

/** A loader of webpack that compiles with TypeScript and hands its source map on. */
const LOADER = `
const ts = require('typescript');
module.exports = function (text) {
  const { outputText, sourceMapText } = ts.transpileModule(text, {
    fileName: this.resourcePath,
    compilerOptions: { ...${JSON.stringify(COMPILER)}, module: ts.ModuleKind.ESNext, sourceMap: true },
  });
  const map = { ...JSON.parse(sourceMapText), sources: [this.resourcePath], sourcesContent: [text] };
  this.callback(null, outputText.replace(/^.*sourceMappingURL.*$/m, ''), map);
};
`;
