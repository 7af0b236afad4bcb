import { afterEach, describe, expect, it } from '@jest/globals';
import { CliProject, type CliRun } from '../support/cli-project.js';

const ENTRY = `
import { runApigen } from 'nestjs-aws-gateway/cli';
import { AppModule } from './app.module.js';

await runApigen(AppModule);
`;

/** An application of one route, with what its module does when it is loaded, and what it imports. */
const application = (loaded: string, imports = ''): string => `
import { Controller, Get, Inject, Injectable, Module } from '@nestjs/common';
import { InitializeOnPreviewAllowlist } from '@nestjs/core';
import { AwsGatewayModule } from 'nestjs-aws-gateway';

${loaded}

@Controller('pets')
class PetsController {
  @Get()
  list(): void {}
}

@Module({
  imports: [AwsGatewayModule.forRoot({ integration: { kind: 'mock' } }), ${imports}],
  controllers: [PetsController],
})
export class AppModule {}
`;

describe('apigen starts an application', () => {
  let project: CliProject | undefined;

  const run = (source: string): Promise<CliRun> => {
    project = new CliProject({ apigen: ENTRY, 'app.module': source });
    return project.run(['--title', 'pets', '--out-public', '-']);
  };

  afterEach(() => project?.remove());

  it('that parses the arguments of the process', async () => {
    const { code, stdout, stderr } = await run(
      application(`
if (process.argv.length > 2) throw new Error('unknown arguments ' + process.argv.slice(2).join(' '));
`),
    );
    expect({ code, title: /"title": "(.*)"/.exec(stdout)?.[1] }).toEqual({ code: 0, title: 'pets' });
    expect(stderr).not.toContain('unknown arguments');
  });

  it.each([
    [
      'the write of stdout',
      `Object.defineProperty(process.stdout, 'write', { value: process.stdout.write, writable: false, configurable: false });`,
    ],
    ['the arguments', 'Object.freeze(process.argv);'],
  ])('that freezes %s', async (_, loaded) => {
    const { code, stdout, stderr } = await run(application(`console.log('loaded');\n${loaded}`));
    expect({ code, printed: stderr.includes('loaded') }).toEqual({ code: 0, printed: true });
    expect(JSON.parse(stdout)).toMatchObject({ info: { title: 'pets' }, paths: { '/pets': {} } });
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('with Express as far as it is asked for', async () => {
    const source = application(`export function configure(app) {
  app.set('trust proxy', 2);
  app.use((request, response, next) => next());
  console.log('loaded by', typeof app.getHttpAdapter().getInstance().get, app.getHttpAdapter().getInstance().get('trust proxy'));
}`);
    const entry = `
import { runApigen } from 'nestjs-aws-gateway/cli';
import { AppModule, configure } from './app.module.js';

await runApigen(AppModule, { configure });
`;
    project = new CliProject({ apigen: entry, 'app.module': source });
    const { code, stderr } = await project.run(['--title', 'pets', '--out-public', '-']);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'loaded by function 2\nstdout: 1 operation, written\n',
    });
  });

  it('with a module that Nest builds even in a preview', async () => {
    const source = application(
      `
@Injectable()
class Options {}

@Module({
  providers: [
    Options,
    {
      provide: 'SCHEMA',
      inject: [Options],
      useFactory: (options) => {
        if (!options) throw new Error('built without its providers');
        throw new Error('built');
      },
    },
  ],
})
class SchemaModule {
  constructor() {
    throw new Error('a module was built');
  }
}
InitializeOnPreviewAllowlist.add(SchemaModule);
`,
      'SchemaModule',
    );
    const { code, stdout, stderr } = await run(source);
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'stdout: 1 operation, written\n' });
    expect(JSON.parse(stdout)).toMatchObject({ paths: { '/pets': {} } });
  });
});
