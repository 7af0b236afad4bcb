import { expect, it } from '@jest/globals';
import { readPage, readPageBlocks } from '../../support/docs-blocks.js';
import { commandsOf } from '../../support/docs-commands.js';
import type { InstalledApplication } from './install-application.js';
import { describeWithTools } from '../../support/describe-with-tools.js';
import { findTool } from '../../support/find-tool.js';
import { startMoto } from '../../support/moto-server.js';
import { createClient, readRestApi } from '../../support/read-rest-api.js';
import { findPluginDir, terraform } from '../../support/terraform.js';
import { makeNew, type NewApplication } from './new-application.js';

/** What README shows in one language below a heading, in order. The first screen has the title as its heading. */
function blocksBelow(heading: string, language: string): readonly string[] {
  const lines = readPage('README.md').split('\n');
  const headings = lines.flatMap((line, index) => (/^#+ /.test(line) ? [index + 1] : []));
  const start = lines.indexOf(heading) + 1;
  const end = headings.find((line) => line > start) ?? lines.length;
  const found = readPageBlocks().filter(
    (block) =>
      block.file === 'README.md' && block.language === language && block.line > start && block.line < end,
  );
  if (start === 0 || found.length === 0) throw new Error(`README.md shows no ${language} below ${heading}`);
  return found.map(({ text }) => text);
}

/** The commands that README shows below a heading. */
export function readmeCommands(heading: string): readonly string[] {
  return blocksBelow(heading, 'sh').flatMap((text) => commandsOf({ text }));
}

/** README imports as `main.ts` of the application does, with the suffix of ES modules or without. */
function writeSource(app: NewApplication, file: string, source: string): void {
  const hasSuffix = app.read('src/main.ts').includes("'./app.module.js'");
  app.write(file, hasSuffix ? source : source.replaceAll(/'(\.[^']*)\.js'/g, "'$1'"));
}

const CONFIGURE = `import type { INestApplication } from '@nestjs/common';

export function configure(app: INestApplication): void {
  app.setGlobalPrefix('v1');
}
`;

const USER_DTO = `import { ApiProperty } from '@nestjs/swagger';

export class UserDto {
  @ApiProperty()
  name!: string;
}
`;

/** The files and commands below "By hand", with the controller of the first screen. */
export function describeByHand(installed: () => InstalledApplication, shared: 'alone' | 'configure'): void {
  it(`does what README says is done by hand, apigen.ts ${shared}`, () => {
    const app = makeNew(installed(), 'by-hand');
    const [install, script] = readmeCommands('### By hand');
    const packages = install!.split(' ').slice(2);
    expect(Object.keys(JSON.parse(installed().read('package.json')).dependencies)).toEqual(
      expect.arrayContaining(packages),
    );
    expect(app.sh(script!)).toMatchObject({ code: 0 });

    const [module, ...entries] = blocksBelow('### By hand', 'ts');
    const [controller] = blocksBelow('# nestjs-aws-gateway', 'ts');
    const [authorizers] = blocksBelow('## Authorizers and CORS', 'ts');
    writeSource(app, 'src/app.module.ts', withUsers(module!));
    writeSource(app, 'src/users/users.controller.ts', controller!);
    writeSource(app, 'src/authorizers.ts', authorizers!);
    app.write('src/users/user.dto.ts', USER_DTO);
    if (shared === 'configure') app.write('src/configure.ts', CONFIGURE);
    writeSource(app, 'src/apigen.ts', entries[shared === 'configure' ? 1 : 0]!);

    const [command] = readmeCommands('# nestjs-aws-gateway');
    const { code, stderr } = app.sh(command!);
    const written = 'api_public.json: 2 operations, written\napi_private.json: 2 routes, written\n';
    expect({ code, stderr }).toEqual({ code: 0, stderr: written });

    const prefix = shared === 'configure' ? '/v1' : '';
    const [fromPrivate, fromPublic] = blocksBelow('# nestjs-aws-gateway', 'json').map(
      (text) => JSON.parse(`{${text.replace('"/users', `"${prefix}/users`)}}`) as object,
    );
    expect(JSON.parse(app.read('api_private.json'))).toMatchObject({ paths: fromPrivate });
    expect(JSON.parse(app.read('api_public.json'))).toMatchObject({ paths: fromPublic });
  });
}

/** The module with the controller of the first screen. */
function withUsers(module: string): string {
  return `import { UsersController } from './users/users.controller.js';\n${module.replace(
    'controllers: [',
    'controllers: [UsersController, ',
  )}`;
}

const WALK = '### From a new application to an API';

/** The walk from `nest new` to an API in an emulator. Its first command is run by `makeNew`. */
export function describeWalk(installed: () => InstalledApplication): void {
  const tools = {
    terraform: findTool('terraform'),
    'AWS provider for Terraform': findPluginDir(),
    moto_server: findTool('moto_server'),
  };
  describeWithTools('the walk of README to an API', tools, (found) => {
    it('deploys what nest new made', async () => {
      const [create, add, write, emulator, init, apply, ...rest] = readmeCommands(WALK);
      expect([create, emulator, rest]).toEqual(['npx @nestjs/cli new shop', 'moto_server -p 5000', []]);
      const app = makeNew(installed(), 'shop');
      expect(app.sh(`${add} --skip-install`)).toMatchObject({ code: 0 });
      const moto = await startMoto(found.moto_server);
      try {
        const [main] = blocksBelow(WALK, 'text');
        app.write('infra/main.tf', main!.replaceAll('http://127.0.0.1:5000', moto.url));
        expect(app.sh(write!)).toMatchObject({ code: 0 });
        const run = (command: string, ...more: readonly string[]): Promise<string> =>
          terraform(found.terraform, app.folder, [...command.split(' ').slice(1), ...more], 'yes\n');
        await run(init!, `-plugin-dir=${found['AWS provider for Terraform']}`);
        expect(await run(apply!)).toContain('Apply complete!');
        const url = await run('terraform -chdir=infra output -raw url');
        const { host } = new URL(url);
        const api = await readRestApi(createClient(moto.url, 'eu-west-1'), host.split('.')[0]!);
        expect(api['GET /']).toMatchObject({
          integration: { type: 'HTTP_PROXY', uri: 'https://shop.example.com/' },
        });
      } finally {
        await moto.stop();
      }
    });
  });
}
