import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CliProject, runProcess, type CliRun } from '../support/cli-project.js';
import { entry } from '../support/cli-sources.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { findTool } from '../support/find-tool.js';
import { ServeProcess } from '../support/serve-process.js';

const APP = {
  'app.module': `
import { Controller, Get, Module } from '@nestjs/common';
import { AwsGatewayModule, AwsMock } from 'nestjs-aws-gateway';

@Controller('health')
class HealthController {
  @Get()
  @AwsMock({ status: 200 })
  get(): void {}
}

@Module({ imports: [AwsGatewayModule.forRoot()], controllers: [HealthController] })
export class AppModule {}
`,
  apigen: entry('{}'),
};

let app: CliProject;

beforeAll(() => {
  app = new CliProject(APP);
});

afterAll(() => app.remove());

const write = async (shell: string): Promise<string> => {
  const { code, stdout, stderr } = await app.run(['completion', shell]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  app.put(`complete.${shell}`, stdout);
  return app.path(`complete.${shell}`);
};
const run = (program: string, ...args: readonly string[]): Promise<CliRun> =>
  runProcess(program, args, { cwd: app.path() });

describe('apigen --watch', () => {
  it('writes new documents after a change, and keeps the last good ones while there are errors', async () => {
    const good = app.read('app.module.mjs');
    const watched = ServeProcess.run(app, ['--watch', '--out-private', 'api.json']);
    /** Waits for what it says after a change, and returns that. */
    const change = async (source: string, words: string): Promise<string> => {
      const from = watched.stderr.length;
      app.put('app.module.mjs', source);
      await watched.until(words, 'stderr', from);
      return watched.stderr.slice(from);
    };
    try {
      await watched.until('api.json: 1 route, written\n');
      await watched.until('waiting for a change');
      await change(
        good.replace("Controller('health')", "Controller('state')"),
        'api.json: 1 route, written\n',
      );
      const last = app.read('api.json');
      expect(last).toContain('"/state"');
      const said = await change(good.replace('status: 200', 'stats: 200'), 'apigen: nothing was written\n');
      expect(said).toContain('unknown-option (error)');
      expect(app.read('api.json')).toBe(last);
      await change(good, 'api.json: 1 route, written\n');
      expect(app.read('api.json')).toContain('"/health"');
      expect(await watched.end('SIGINT')).toEqual({ code: 0 });
    } finally {
      app.put('app.module.mjs', good);
      await watched.end('SIGKILL');
    }
  });

  it('has a file to write', async () => {
    expect(await app.run(['--watch', '--out-private', '-'])).toMatchObject({
      code: 2,
      stderr: "error: option '--watch' writes a file again and again: set a file in '--out-private'\n",
    });
  });
});

describe('apigen completion', () => {
  const COMPLETED = [
    [['--out-te'], ['--out-terraform']],
    [
      ['--gateway', ''],
      ['http-api', 'kong', 'rest-api'],
    ],
    [
      ['explain', '--format', ''],
      ['json', 'text'],
    ],
    [['dif'], ['diff']],
    [['serve', '--wat'], ['--watch']],
    [['serve', '--stage-'], ['--stage-var']],
    [['completion', 'z'], ['zsh']],
    [['--out-private', 'a fi'], ['a file.json']],
    [['--title', ''], []],
  ] as const;

  describeWithTools('in bash', { bash: findTool('bash') }, ({ bash }) => {
    it('completes commands, options and values', async () => {
      const script = await write('bash');
      app.put('a file.json', '');
      const ask = `source "$0"; COMP_WORDS=(apigen "$@"); COMP_CWORD=$#; _apigen; printf '%s\\n' "\${COMPREPLY[@]}"`;
      for (const [words, completed] of COMPLETED) {
        const { stdout, stderr } = await run(bash, '-c', ask, script, ...words);
        const found = stdout.split('\n').filter(Boolean).toSorted();
        expect({ words, found, stderr }).toEqual({ words, found: completed, stderr: '' });
      }
    });
  });

  describeWithTools('in fish', { fish: findTool('fish') }, ({ fish }) => {
    it('completes commands, options and values', async () => {
      const script = await write('fish');
      app.put('a file.json', '');
      for (const [words, completed] of COMPLETED) {
        const line = ['apigen', ...words].join(' ').replace('a fi', 'a\\ fi').replaceAll("'", "\\'");
        const { stdout, stderr } = await run(
          fish,
          '-c',
          `source ${script}; complete -C '${line.replaceAll('\\', '\\\\')}'`,
        );
        const found = stdout
          .split('\n')
          .filter(Boolean)
          .map((one) => one.split('\t')[0]!.replace('\\ ', ' '));
        expect({ words, found: found.toSorted(), stderr }).toEqual({ words, found: completed, stderr: '' });
      }
    });
  });

  describeWithTools('in zsh', { zsh: findTool('zsh') }, ({ zsh }) => {
    it('gives the options of the command to _arguments', async () => {
      const script = await write('zsh');
      const ask = `compdef() { :; }; _arguments() { print -rl -- "$@"; }; source $0; words=(apigen "$@"); CURRENT=$#words; _apigen`;
      const asked = async (...words: readonly string[]): Promise<string> => {
        const { stdout, stderr } = await run(zsh, '-f', '-c', ask, script, ...words);
        expect(stderr).toBe('');
        return stdout;
      };
      expect(await asked('')).toMatch(/^\*--gateway\[.*\]:value:\(rest-api http-api kong\)$/m);
      expect(await asked('')).toMatch(/^1:command:\(\(explain\\:"print /m);
      expect(await asked('explain', '')).toMatch(/^\*--format\[.*\]:value:\(text json\)$/m);
      expect(await asked('explain', '')).not.toContain('--out-private');
    });
  });
});
