import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import * as library from 'nestjs-aws-gateway';
import { buildSample, DOCUMENT_OPTIONS, ROOT, type BuiltSample } from '../support/build-sample.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { findTool } from '../support/find-tool.js';
import { freePort } from '../support/free-port.js';
import { ACCESS_TOKEN, serveSample } from '../support/serve-sample.js';
import { startProgram, type Program } from '../support/start-program.js';

const DOCUMENTS = join(ROOT, 'sample/openapi');
const FILES = Object.entries({
  '--out-public': 'api_public.json',
  '--out-private': 'api_private.json',
  '--out-iam': 'iam_policy.json',
}).flatMap(([option, file]) => [option, join(DOCUMENTS, file)]);

/** What the public document says, written by hand: routes of the gateway, and one that something else serves. */
const OPERATIONS = [
  'GET /api/v1/events',
  'POST /api/v1/events',
  'GET /api/v1/events/kinds',
  'POST /api/v1/feedback/complaints',
  'GET /api/v1/feedback/questions',
  'POST /api/v1/feedback/reviews',
  'POST /api/v1/feedback/views/{visitor}',
  'POST /api/v1/feedback/wishes',
  'GET /api/v1/files',
  'GET /api/v1/files/{path}',
  'HEAD /api/v1/files/{path}',
  'PUT /api/v1/files/{path}',
  ...['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'].map(
    (verb) => `${verb} /api/v1/legacy/{rest}`,
  ),
  'GET /api/v1/notes',
  'GET /api/v1/notes/{id}',
  'PUT /api/v1/notes/{id}',
  'PATCH /api/v1/notes/{id}',
  'DELETE /api/v1/notes/{id}',
  'GET /api/v1/orders',
  'POST /api/v1/orders',
  'GET /api/v1/orders/{id}',
  'GET /api/v1/returns/{id}',
  'PUT /api/v1/returns/{id}',
  'GET /api/v1/users',
  'POST /api/v1/users',
  'GET /api/v1/users/{name}',
  'DELETE /api/v1/users/{name}',
  'GET /health',
];

interface PublicDocument {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly security?: readonly Record<string, readonly string[]>[] }>>
    >
  >;
  readonly components: { readonly securitySchemes: Readonly<Record<string, { readonly type: string }>> };
}

let sample: BuiltSample;
let program: Program;
let served: Program;
let url: string;

beforeAll(async () => {
  sample = buildSample();
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const gateway = await serveSample(sample, url);
  served = gateway.program;
  program = await startProgram(join(sample.folder, 'main.js'), `${url}/health`, {
    PORT: String(port),
    API_URL: gateway.url,
  });
});

afterAll(async () => {
  await program?.stop();
  await served?.stop();
  sample?.remove();
});

/** How a source uses a name of the library. */
const useOf = (name: string): string => {
  if (name.startsWith('Aws')) return `@${name}(`;
  if (/^[A-Z]/.test(name)) return `new ${name}(`;
  return name === 'text' ? 'text`' : `${name}(`;
};

const SCRIPTS = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  }
).scripts;

/** The entry that an npm script starts, and its arguments. */
const readScript = (name: string): { readonly entry: string; readonly args: readonly string[] } => {
  const script = SCRIPTS[name]!;
  const words = [...script.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
  const args = words.slice(words.indexOf('--') + 1);
  if (words[0] === 'nest') return { entry: words[words.indexOf('--entryFile') + 1]!, args };
  const started = readScript(words[2]!);
  return { ...started, args: [...started.args, ...args] };
};

const fetchDocument = async (): Promise<{ readonly text: string; readonly document: PublicDocument }> => {
  const text = await (await fetch(`${url}/docs-json`)).text();
  return { text, document: JSON.parse(text) as PublicDocument };
};

describe('the sample', () => {
  it('names the place of a decorator in the source', () => {
    const { stdout } = sample.apigen(['--list', '--private', '--format', 'markdown']);
    const places = [...stdout.matchAll(/[\w./-]*users\.controller\.\S+?:\d+:\d+/g)].map(([place]) => place);
    const lines = readFileSync(join(ROOT, 'sample/users/users.controller.ts'), 'utf8').split('\n');
    const line = lines.findIndex((text) => text.startsWith('@AwsCors(')) + 1;
    expect(new Set(places)).toEqual(new Set([`sample/users/users.controller.ts:${line}:1`]));
  });

  it('uses every decorator, authorizer and value of the library', () => {
    const source = readdirSync(join(ROOT, 'sample'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(ROOT, 'sample', file), 'utf8'))
      .join('\n');
    // JwtAuthorizer guards HTTP APIs only, no caller of the sample signs its bytes, and its logs are those of the stage.
    const others = ['AwsGatewayModule', 'AwsLogging', 'JwtAuthorizer', 'fromRawBody'];
    const names = Object.keys(library).filter((name) => !others.includes(name));
    const unused = names.filter((name) => !source.includes(useOf(name)));

    expect(names.length).toBeGreaterThanOrEqual(30);
    expect(unused).toEqual([]);
  });

  it('has the documents that its routes make', () => {
    expect(sample.apigen([...DOCUMENT_OPTIONS, ...FILES, '--check', '--strict'])).toMatchObject({
      code: 0,
      stdout: '',
    });
  });

  it.each(['rest-api', 'http-api', 'kong'])(
    'has the files of its containers that `npm run sample:%s` writes',
    (gateway) => {
      const { entry, args } = readScript(`sample:${gateway}`);
      expect(args.filter((argument) => argument.startsWith('sample/'))).toHaveLength(2);
      expect(sample.apigen([...args, '--check', '--strict'], entry)).toMatchObject({ code: 0, stdout: '' });
    },
  );

  it('lists by name what each gateway cannot do, by `npm run sample:list`', () => {
    const { entry, args } = readScript('sample:list');
    const { code, stdout } = sample.apigen(args, entry);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^rest-api +27 of 27 +- /m);
    expect(stdout).toMatch(/^GET +\/health +HealthController\.check +mock 200 .* rest-api kong$/m);
    expect(stdout).toMatch(/^http-api +2 of 27 /m);
    expect(stdout).toMatch(/^ +@AwsMock +1 route +not served$/m);
    expect(stdout).toMatch(/^ +the LambdaAuthorizer devices +1 route +not served$/m);
  });

  it('serves the public document, with every operation', async () => {
    const { document } = await fetchDocument();

    expect(
      Object.entries(document.paths)
        .flatMap(([path, item]) => Object.keys(item).map((verb) => `${verb.toUpperCase()} ${path}`))
        .toSorted(),
    ).toEqual(OPERATIONS.toSorted());
  });

  it('serves what the committed public document says', async () => {
    const { document } = await fetchDocument();
    const committed = JSON.parse(readFileSync(join(DOCUMENTS, 'api_public.json'), 'utf8')) as PublicDocument;

    expect(document.paths).toEqual(committed.paths);
    expect(document.components).toEqual(committed.components);
  });

  it('tells callers how to authorize, and nothing of the gateway', async () => {
    const { text, document } = await fetchDocument();

    expect(document.components.securitySchemes).toMatchObject({
      people: { type: 'http', scheme: 'bearer' },
      shops: { type: 'http', scheme: 'bearer' },
      devices: { type: 'apiKey', in: 'header', name: 'x-device-token' },
      services: { type: 'apiKey', in: 'header', name: 'Authorization' },
      api_key: { type: 'apiKey', in: 'header', name: 'x-api-key' },
    });
    expect(document.paths['/api/v1/events']?.['post']?.security).toEqual([{ devices: [], api_key: [] }]);
    expect(document.paths['/api/v1/events/kinds']?.['get']?.security ?? []).toEqual([]);

    // The words of the sample's own that only look like a placeholder.
    const words = ['`${name}` in them stands', 'Good morning, ${name}!'];
    const rest = words.reduce((left, word) => left.replaceAll(word, ''), text);
    expect(rest.length).toBeLessThan(text.length);
    expect(
      ['x-amazon', '${', 'arn:', 'vpc', 'internal.example'].filter((word) => rest.includes(word)),
    ).toEqual([]);
  });

  it('still answers its own routes', async () => {
    const placed = await fetch(`${url}/api/v1/orders`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ lines: [{ article: 'tea', count: 2 }] }),
    });
    const order = (await placed.json()) as { readonly id: string };

    expect(placed.status).toBe(201);
    await expect((await fetch(`${url}/api/v1/orders/${order.id}`)).json()).resolves.toEqual(order);
    await expect((await fetch(`${url}/health`)).json()).resolves.toEqual({ status: 'ok' });
    expect((await fetch(`${url}/health/metrics`)).status).toBe(200);
  });
});

describeWithTools(
  'the page at /docs',
  { Chromium: findTool('chromium', 'chromium-browser', 'google-chrome') },
  ({ Chromium }) => {
    let browser: Browser;
    let page: Page;
    const faults: string[] = [];

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: Chromium, args: ['--no-sandbox'] });
      page = await browser.newPage();
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(`${url}/docs`);
      await page.waitForSelector('.opblock');
    });

    afterAll(() => browser?.close());

    it('is not the page of --list --format html, which the keyboard filters', async () => {
      const file = join(sample.folder, 'routes.html');
      writeFileSync(file, sample.apigen([...DOCUMENT_OPTIONS, '--list', '--format', 'html']).stdout);
      const list = await browser.newPage();
      list.on('pageerror', (error) => faults.push(error.message));
      await list.goto(pathToFileURL(file).href);
      const rowsShown = (): Promise<readonly string[]> =>
        list.$$eval('details:not([hidden]) tbody tr:not([hidden]) td:nth-child(4)', (cells) =>
          cells.map((cell) => cell.textContent ?? ''),
        );
      const all = await rowsShown();
      await list.keyboard.press('/');
      await list.keyboard.type('USERS delete');
      expect(await rowsShown()).toEqual(['UsersController.delete']);
      expect(await list.locator('summary:visible').allTextContents()).toEqual(['Routes (27)']);
      await list.keyboard.press('Escape');
      expect(await rowsShown()).toEqual(all);
      await list.close();
      expect(faults).toEqual([]);
    });

    it('shows every operation', async () => {
      const shown = await page.$$eval('.opblock', (blocks) =>
        blocks.map((block) => {
          const method = block.querySelector('.opblock-summary-method')?.textContent ?? '';
          const path = block.querySelector('[data-path]')?.getAttribute('data-path') ?? '';
          return `${method} ${path}`;
        }),
      );

      expect(shown.toSorted()).toEqual(OPERATIONS.toSorted());
      expect(faults).toEqual([]);
    });

    it('lets callers authorize by each scheme', async () => {
      await page.click('.auth-wrapper .authorize');
      await page.waitForSelector('.auth-container');
      const schemes = await page.$$eval('.auth-container h4 code', (titles) =>
        titles.map((title) => title.textContent),
      );

      expect(schemes.toSorted()).toEqual(['api_key', 'devices', 'people', 'services', 'shops']);
    });

    it('calls the gateway with the token that it got', async () => {
      const people = page.locator('.auth-container', { has: page.locator('h4 code', { hasText: 'people' }) });
      await people.locator('input').fill(ACCESS_TOKEN);
      await people.locator('button.authorize').click();
      await page.click('.btn-done');
      const route = page.locator('.opblock', { has: page.locator('[data-path="/api/v1/users"]') }).first();
      await route.locator('.opblock-summary-control').click();
      await route.locator('.try-out__btn').click();
      await route.locator('.execute').click();
      const answer = route.locator('.live-responses-table');
      await answer.waitFor();

      expect(await answer.locator('.response .response-col_status').first().textContent()).toContain('200');
      expect(await answer.locator('.response .highlight-code').first().textContent()).toContain(
        '"name": "ann"',
      );
      // `PICTURES=1 npm run test:e2e -- test/e2e/sample.spec.ts` makes the picture of the documentation again. The package
      // has a limit: `pngquant --nofs 64` makes it a third of the size.
      if (process.env['PICTURES']) {
        await page.setViewportSize({ width: 900, height: 1150 });
        await route.evaluate((element) => element.scrollIntoView());
        const box = (await route.boundingBox())!;
        const end = (await answer.boundingBox())!;
        const clip = { ...box, height: end.y + end.height - box.y };
        await page.screenshot({ path: join(ROOT, 'docs/try-it-out.png'), clip });
      }
    });
  },
);
