import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readImports, type Import } from './support/read-imports.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const imports = readImports(root);
/** Those that load something when the file runs; types do not. */
const loads = imports.filter(({ typeOnly }) => !typeOnly);
/** The first folder of a path; a file beside the folders stands for itself. */
const folderOf = (file: string): string => file.split('/')[0]!;
const cliFolderOf = (file: string): string | undefined => /^cli\/([^/]+)\//.exec(file)?.[1];
const backEndOf = (file: string): string | undefined => /^backends\/([^/]+)\//.exec(file)?.[1];
const isOwn = ({ to }: Import): boolean => to.endsWith('.ts');
/** `from -> to`, of the imports that break a rule. */
const broken = (breaks: (one: Import) => boolean, among = imports): readonly string[] =>
  among.filter(breaks).map(({ from, to }) => `${from} -> ${to}`);

type Targets = ReadonlyMap<string, readonly string[]>;

/** What each file imports. */
function targetsOf(among: readonly Import[]): Targets {
  const targets = new Map<string, string[]>();
  for (const { from, to } of among) {
    const known = targets.get(from);
    if (known) known.push(to);
    else targets.set(from, [to]);
  }
  return targets;
}

function reachableFrom(start: string, targets: Targets): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = [start];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    queue.push(...(targets.get(file) ?? []));
  }
  return reached;
}

describe('the arrows of lib/', () => {
  it('are all read', () => {
    // Files that exist, so that no import is lost between the parser and the rules below.
    const files = new Set(readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }));
    expect(broken((one) => isOwn(one) && !files.has(one.to))).toEqual([]);
    expect(imports.filter(isOwn).length).toBeGreaterThan(100);
    expect(imports).toContainEqual({ from: 'compile.ts', to: 'rules/index.ts', typeOnly: false });
    expect(imports).toContainEqual({ from: 'compile.ts', to: 'model/gateway-model.ts', typeOnly: true });
  });

  /** What each folder may import, beside itself. A type counts as much as a function. */
  const allowed: Readonly<Record<string, readonly string[]>> = {
    values: [],
    places: [],
    authorizers: ['values', 'places'],
    decorators: ['values', 'places', 'authorizers', 'diagnostics'],
    diagnostics: [],
    openapi: ['values'],
    grammar: ['values'],
    options: ['values', 'authorizers', 'decorators', 'openapi', 'grammar', 'aws-gateway.options.ts'],
    'aws-gateway.options.ts': ['authorizers', 'decorators', 'diagnostics'],
    services: ['values', 'decorators', 'openapi', 'grammar', 'options'],
    model: [
      'values',
      'authorizers',
      'decorators',
      'openapi',
      'grammar',
      'options',
      'services',
      'aws-gateway.options.ts',
    ],
    // The rules of gateways name the gateway and its quotas.
    rules: [
      'values',
      'openapi',
      'grammar',
      'options',
      'services',
      'model',
      'diagnostics',
      'aws-gateway.options.ts',
    ],
    // A back end may name the options of a decorator, and of the module, by their types.
    backends: [
      'values',
      'decorators',
      'openapi',
      'grammar',
      'options',
      'services',
      'model',
      'rules',
      'diagnostics',
      'aws-gateway.options.ts',
    ],
    nest: ['values', 'places', 'authorizers', 'decorators', 'openapi', 'model', 'aws-gateway.options.ts'],
    diff: ['openapi'],
    // What runs a document reads nothing but the document.
    testing: ['values'],
    // What `nest add` runs knows nothing of the library that it adds.
    schematics: [],
  };

  it('are spoken of for every folder', () => {
    const folders = readdirSync(join(root, 'lib'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const named = Object.keys(allowed).filter((name) => !name.endsWith('.ts'));
    expect(folders.map(({ name }) => name).toSorted()).toEqual([...named, 'cli'].toSorted());
  });

  it.each(Object.entries(allowed))('%s imports nothing above it', (folder, others) => {
    expect(
      broken(
        (one) =>
          folderOf(one.from) === folder && isOwn(one) && ![folder, ...others].includes(folderOf(one.to)),
      ),
    ).toEqual([]);
  });

  it('go from no back end to another', () => {
    expect(new Set(imports.map(({ from }) => backEndOf(from)).filter(Boolean)).size).toBeGreaterThan(1);
    expect(
      broken(({ from, to }) => {
        const [ofFrom, ofTo] = [backEndOf(from), backEndOf(to)];
        return ofFrom !== undefined && ofTo !== undefined && ofFrom !== ofTo;
      }),
    ).toEqual([]);
  });

  it('lead into cli/ from nowhere', () => {
    expect(broken(({ from, to }) => folderOf(to) === 'cli' && folderOf(from) !== 'cli')).toEqual([]);
  });

  /** What each folder of cli/ may load of the others; files of no folder put them together. */
  const allowedInCli: Readonly<Record<string, readonly string[]>> = {
    process: ['report'],
    application: ['process'],
    command: ['application', 'process'],
    files: ['process', 'report'],
    report: [],
    places: [],
    export: ['application', 'command', 'process', 'files', 'report', 'places'],
    explain: ['application', 'command', 'process', 'report', 'places'],
    serve: ['application', 'command', 'process', 'report', 'places', 'export', 'watch'],
    watch: ['process'],
    completion: ['command'],
    diff: ['application', 'command', 'process', 'files', 'report', 'places', 'export'],
    check: ['application', 'command', 'process', 'report', 'places'],
    verify: ['application', 'command', 'process', 'export', 'files', 'report', 'places'],
  };

  it('are spoken of for every folder of cli/', () => {
    const folders = new Set(imports.map(({ from }) => cliFolderOf(from)).filter(Boolean));
    expect([...folders].toSorted()).toEqual(Object.keys(allowedInCli).toSorted());
  });

  it.each(Object.entries(allowedInCli))('cli/%s loads no other folder of cli/', (folder, others) => {
    expect(
      broken(
        ({ from, to }) =>
          cliFolderOf(from) === folder &&
          folderOf(to) === 'cli' &&
          ![folder, ...others].includes(cliFolderOf(to) ?? ''),
      ),
    ).toEqual([]);
  });

  it('lead into testing/ from the local gateway, and from the requests to emulators, only', () => {
    expect(
      broken(
        ({ from, to }) =>
          folderOf(to) === 'testing' &&
          folderOf(from) !== 'testing' &&
          !['serve', 'verify'].includes(cliFolderOf(from) ?? '') &&
          from !== 'cli/application/serve-options.ts',
      ),
    ).toEqual([]);
  });

  it('do not lead from the entry to nest-commander', () => {
    const loaded = targetsOf(loads);
    expect(reachableFrom('index.ts', loaded)).toContain('@nestjs/swagger');
    expect(
      [...reachableFrom('index.ts', loaded)].filter(
        (to) => to === 'nest-commander' || folderOf(to) === 'cli',
      ),
    ).toEqual([]);
    expect(reachableFrom('cli/index.ts', loaded)).toContain('nest-commander');
  });

  it('lead to Nest at its two ends only', () => {
    expect(
      broken(
        ({ from, to }) =>
          /^(@nestjs\/|nest-commander)/.test(to) &&
          !['nest', 'cli'].includes(folderOf(from)) &&
          from !== 'aws-gateway.module.ts',
        loads,
      ),
    ).toEqual([]);
  });

  it('lead to Node’s modules and other packages from cli/, nest/ and schematics/ only', () => {
    expect(
      broken(
        (one) =>
          !isOwn(one) &&
          !['nest', 'cli', 'schematics'].includes(folderOf(one.from)) &&
          !one.to.startsWith('@nestjs/') &&
          // Signatures and tokens are checked with it; it opens nothing.
          !(folderOf(one.from) === 'testing' && one.to === 'node:crypto') &&
          // Only the local gateway calls them: it sends over HTTP, and streams what a function writes.
          !(
            [
              'testing/gateway/services/send-over-http.ts',
              'testing/gateway/functions/stream-function.ts',
            ].includes(one.from) && ['node:http', 'node:https', 'node:stream'].includes(one.to)
          ),
        loads,
      ),
    ).toEqual(['decorators/decorator-metadata.ts -> reflect-metadata']);
  });

  it('go in no circle, types included', () => {
    const targets = targetsOf(imports);
    const circles = [...targets].filter(([file, others]) =>
      others.some((other) => reachableFrom(other, targets).has(file)),
    );
    expect(circles.map(([file]) => file)).toEqual([]);
  });

  it('touch metadata of decorators in one file', () => {
    const files = readdirSync(join(root, 'lib/decorators'));
    const users = files.filter((file) =>
      readFileSync(join(root, 'lib/decorators', file), 'utf8').includes('Reflect.'),
    );
    expect(users).toEqual(['decorator-metadata.ts']);
  });
});
