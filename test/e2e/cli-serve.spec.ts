import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium } from 'playwright-core';
import { CliProject } from '../support/cli-project.js';
import { entry } from '../support/cli-sources.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { findTool } from '../support/find-tool.js';
import { freePort } from '../support/free-port.js';
import { ServeProcess } from '../support/serve-process.js';

const APP = {
  'app.module': `
import { Controller, Get, Module, Param } from '@nestjs/common';
import { AwsGatewayModule, AwsMock } from 'nestjs-aws-gateway';

@Controller('users')
class UsersController {
  @Get(':name')
  get(@Param('name') name: string): { name: string; by: string } {
    return { name, by: 'nest' };
  }
}

@Controller('health')
class HealthController {
  @Get()
  @AwsMock({ body: { status: 'ok' } })
  get(): void {}
}

@Module({
  imports: [
    AwsGatewayModule.forRoot({
      integration: { kind: 'lambda', functionArn: '\${api_arn}' },
      cors: { allowOrigins: ['\${origin}'], allowCredentials: true },
    }),
  ],
  controllers: [UsersController, HealthController],
})
export class AppModule {}
`,
  apigen: entry(`{
    configure: (app) => app.enableCors({ origin: process.env['ORIGIN'] ?? 'http://localhost', credentials: true }),
    serve: {
      functions: process.env['WITH_FUNCTION']
        ? { api_arn: async (event) => ({ statusCode: 200, body: event.path }) }
        : {},
    },
  }`),
};

describe('apigen serve', () => {
  let app: CliProject;

  beforeAll(() => {
    app = new CliProject(APP);
  });

  afterAll(() => app.remove());

  it('answers until Ctrl-C, which ends it at once and frees the port', async () => {
    const port = await freePort();
    for (const turn of [1, 2]) {
      const served = await ServeProcess.start(app, ['--port', String(port)], { WITH_FUNCTION: '1' });
      try {
        const answer = await fetch(`${served.url}/users/ann?turn=${turn}`);
        expect([answer.status, await answer.text()]).toEqual([200, '/users/ann']);
        await served.until(' ms\n', 'stdout');
        const { code } = await served.end('SIGINT');
        expect(code).toBe(0);
        expect(served.stdout).toMatch(
          /^GET \/users\/ann\?turn=\d {2}UsersController\.get {2}lambda \$\{api_arn\} {2}200 {2}\d+ ms\n$/,
        );
      } finally {
        await served.end('SIGKILL');
      }
    }
  });

  it('says what it cannot do, and answers it with 501', async () => {
    const served = await ServeProcess.start(app, ['--port', '0']);
    try {
      const answer = await fetch(`${served.url}/users/ann`);
      expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([
        501,
        expect.stringContaining('No local function for `api_arn`'),
      ]);
      expect(served.stderr).toContain('no local function for api_arn');
    } finally {
      await served.end('SIGKILL');
    }
  });

  it('says that the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await app.run(['serve', '--port', String(port)]);
    other.close();
    expect(code).toBe(2);
    expect(stderr).toContain(`apigen: port ${port} is in use`);
  });

  it('lets the application answer with --app', async () => {
    const served = await ServeProcess.start(app, ['--port', '0', '--app', '--explain']);
    try {
      const answer = await fetch(`${served.url}/users/ann`);
      expect([answer.status, await answer.json()]).toEqual([200, { name: 'ann', by: 'nest' }]);
      // The line comes after the answer.
      await served.until('the function answered 200\n', 'stdout');
      expect(served.stdout).toContain('  route: GET /users/{name}\n');
      expect(served.stdout).toContain('  function api_arn: the function answered 200\n');
    } finally {
      await served.end('SIGKILL');
    }
  });

  it('serves a new version with --watch, and the last good one while there are errors', async () => {
    const served = await ServeProcess.start(app, ['--port', '0', '--watch']);
    const good = app.read('app.module.mjs');
    try {
      const read = async (): Promise<string> => (await fetch(`${served.url}/health`)).text();
      expect(await read()).toBe('{"status":"ok"}');
      app.put('app.module.mjs', good.replace("status: 'ok'", "status: 'new'"));
      await served.until('new version');
      // The page goes on with the requests of the version before.
      const shown = await (await fetch(`${served.url}/_gateway/requests`)).json();
      expect(shown).toMatchObject([{ target: '/health', answer: { body: '{"status":"ok"}' } }]);
      expect(await read()).toBe('{"status":"new"}');
      app.put('app.module.mjs', 'export const AppModule = ;');
      await served.until('the last version without errors is served');
      expect(await read()).toBe('{"status":"new"}');
      expect((await served.end('SIGINT')).code).toBe(0);
    } finally {
      app.put('app.module.mjs', good);
      await served.end('SIGKILL');
    }
  });

  it('loses no request of callers that keep their connections while --watch changes the version', async () => {
    const served = await ServeProcess.start(app, ['--port', '0', '--watch']);
    const good = app.read('app.module.mjs');
    const agent = new Agent({ keepAlive: true });
    const read = async (): Promise<string> => {
      const sent = request(`${served.url}/health`, { agent }).end();
      const [answer] = await once(sent, 'response');
      return Buffer.concat(await answer.toArray()).toString();
    };
    const stop = new AbortController();
    const call = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        expect(await read()).toMatch(/^\{"status":"(?:ok|version \d)"\}$/);
        await setTimeout(2);
      }
    };
    try {
      const callers = Promise.all(Array.from({ length: 20 }, call));
      for (const version of ['1', '2']) {
        const from = served.stderr.length;
        app.put('app.module.mjs', good.replace("status: 'ok'", `status: 'version ${version}'`));
        await Promise.race([served.until('new version', 'stderr', from), callers]);
        expect(await read()).toBe(`{"status":"version ${version}"}`);
      }
      stop.abort();
      await callers;
    } finally {
      stop.abort();
      agent.destroy();
      app.put('app.module.mjs', good);
      await served.end('SIGKILL');
    }
  });

  it('ends with the script that started it', async () => {
    const served = ServeProcess.runInShell(app, ['serve', '--port', '0']);
    await served.until('on http://127.0.0.1:');
    const { url } = served;
    expect((await fetch(`${url}/health`)).status).toBe(200);
    await served.end('SIGTERM');
    await expect(fetch(`${url}/health`)).rejects.toThrow('fetch failed');
  });

  describeWithTools(
    'a browser',
    { Chromium: findTool('chromium', 'chromium-browser', 'google-chrome') },
    ({ Chromium }) => {
      it('calls it with credentials after a preflight, and shows the request on the page', async () => {
        const site = createServer((_, response) => response.end('<!doctype html>')).listen(0, '127.0.0.1');
        await once(site, 'listening');
        const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
        const served = await ServeProcess.start(app, ['--port', '0', '--app', '--var', `origin=${origin}`], {
          ORIGIN: origin,
        });
        const browser = await chromium.launch({ executablePath: Chromium, args: ['--no-sandbox'] });
        try {
          const page = await browser.newPage();
          await page.goto(origin);
          const answer = await page.evaluate(async (url) => {
            const got = await fetch(url, {
              credentials: 'include',
              headers: { 'Content-Type': 'application/json' },
            });
            return [got.status, await got.json()];
          }, `${served.url}/users/ann`);
          expect(answer).toEqual([200, { name: 'ann', by: 'nest' }]);
          // Another site cannot read what the page shows.
          const stolen = await page.evaluate(
            (url) =>
              fetch(url).then(
                () => 'read',
                () => 'refused',
              ),
            `${served.url}/_gateway/requests`,
          );
          expect(stolen).toBe('refused');
          await page.goto(`${served.url}/_gateway`);
          await page.waitForSelector('nav button');
          const shown = await page.$$eval('nav button', (buttons) =>
            buttons.map(({ textContent }) => textContent),
          );
          expect(shown.some((text) => text?.includes('GET /users/ann'))).toBe(true);
          expect(shown.some((text) => text?.includes('OPTIONS /users/ann'))).toBe(true);
          expect(await page.textContent('main')).toContain('route');
        } finally {
          await browser.close();
          await served.end('SIGKILL');
          site.close();
        }
      });
    },
  );
});
