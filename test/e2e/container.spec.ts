import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DOCUMENT_OPTIONS, ROOT } from '../support/build-sample.js';
import { checkDockerfile } from '../support/check-dockerfile.js';
import { readDockerfile } from '../support/read-dockerfile.js';
import { DockerfileRun } from '../support/run-dockerfile.js';

jest.setTimeout(300_000);

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const dockerfile = readDockerfile(read('sample/Dockerfile'));
const FILES = ['api_private.json', 'api_public.json', 'iam_policy.json'];

/** Whether the build leaves a path of the context out: the patterns of the file are names, or `**` before a name. */
function isIgnored(path: string): boolean {
  const parts = path.split('/');
  return read('sample/Dockerfile.dockerignore')
    .split('\n')
    .filter(Boolean)
    .some((pattern) => {
      const name = pattern.replace(/^\*\*\//, '');
      const matches = (part: string | undefined): boolean =>
        part !== undefined && new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(part);
      return pattern.startsWith('**/') ? parts.some(matches) : matches(parts[0]);
    });
}

describe('the rules for Dockerfiles', () => {
  it('find nothing wrong with sample/Dockerfile', () => {
    expect(checkDockerfile(dockerfile)).toEqual([]);
  });

  it('find what is wrong with another', () => {
    const wrong = readDockerfile('FROM node\nWORKDIR app\nADD . .\nRUN npm install\nCMD node main.js\n');
    expect(checkDockerfile(wrong)).toEqual([
      'the stage of node has no name',
      'node has no tag (DL3006)',
      'line 2: the folder is relative (DL3000)',
      'line 3: COPY copies files (DL3020)',
      'line 4: npm ci follows the lock file',
      'line 5: write it as JSON (DL3025)',
      'every change of the sources installs the packages again',
      'the image runs as root (DL3002)',
      'one ENTRYPOINT is needed (DL4004)',
      'one stage: what builds the application stays in the image',
    ]);
  });

  it('keep packages, builds and state out of the image', () => {
    for (const path of [
      '.git',
      'node_modules',
      'sample/terraform/.terraform',
      'dist',
      'a/terraform.tfstate',
    ]) {
      expect({ path, ignored: isIgnored(path) }).toEqual({ path, ignored: true });
    }
    expect(['package.json', 'lib', 'sample/main.ts', '.oxlintrc.json'].filter(isIgnored)).toEqual([]);
  });
});

describe('the steps of sample/Dockerfile', () => {
  let run: DockerfileRun;
  /** Not the owner of the image's files, where the tests may choose. */
  const user = process.getuid?.() === 0 ? 65_534 : undefined;

  beforeAll(() => {
    run = new DockerfileRun(dockerfile, ROOT, isIgnored);
    run.build();
    mkdirSync(run.path('/out'));
    if (user !== undefined) chownSync(run.path('/out'), user, user);
  });

  afterAll(() => run.remove());

  it('list the routes without arguments', () => {
    const { code, stdout } = run.run(undefined, user);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^METHOD +PATH/);
  });

  it('write the documents as the caller, and nothing else', () => {
    const before = listFiles(run.path('/app'));
    const outputs = ['public', 'private', 'iam'].flatMap((name, index) => [
      `--out-${name}`,
      join(run.path('/out'), ['api_public.json', 'api_private.json', 'iam_policy.json'][index]!),
    ]);
    const { code, stderr } = run.run([...DOCUMENT_OPTIONS, ...outputs], user);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(readdirSync(run.path('/out')).toSorted()).toEqual(FILES);
    for (const file of FILES) {
      expect(readFileSync(join(run.path('/out'), file), 'utf8')).toBe(read(`sample/openapi/${file}`));
      expect(statSync(join(run.path('/out'), file)).uid).toBe(user ?? process.getuid?.());
    }
    expect(listFiles(run.path('/app'))).toEqual(before);
  });
});

describe('sample/Makefile', () => {
  it('runs the image as the caller, without a network, with one folder to write to', () => {
    const [build, run] = dryRun('documents').trim().split('\n');
    expect(build).toBe(
      `engine build --file ${ROOT}sample/Dockerfile --tag sample-apigen ${ROOT.replace(/\/$/, '')}`,
    );
    for (const flag of ['--rm', '--network none', '--read-only', '--user "$(id -u):$(id -g)"']) {
      expect(run).toContain(flag);
    }
    expect(run?.match(/--volume/g)).toHaveLength(1);
    expect(run).toContain(`:/out" sample-apigen ${DOCUMENT_OPTIONS.slice(0, 4).join(' ')}`);
  });

  it('checks the committed documents', () => {
    expect(dryRun('check').trim()).toMatch(/--out-iam \/out\/iam_policy\.json --check --strict$/);
  });
});

/** Every file below a folder but the packages, with the time of its last change. */
function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.startsWith('node_modules/'))
    .map((file) => `${file} ${statSync(join(folder, file)).mtimeMs}`)
    .toSorted();
}

function dryRun(target: string): string {
  return execFileSync('make', ['--no-print-directory', '-n', '-C', 'sample', target, 'ENGINE=engine'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}
