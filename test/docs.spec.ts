import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { AwsGatewayOptions } from 'nestjs-aws-gateway';
import { explainRoute } from '../lib/cli/explain/explain-route.js';
import { findRoutes } from '../lib/cli/explain/find-routes.js';
import { formatExplanation } from '../lib/cli/explain/format-explanation.js';
import { listLimits } from '../lib/cli/report/list-limits.js';
import { listGateways } from '../lib/cli/report/list-gateways.js';
import { compareGateways } from '../lib/compare-gateways.js';
import { listRoutes } from '../lib/cli/report/list-routes.js';
import { formatDiagnostics } from '../lib/diagnostics/format-diagnostics.js';
import { describeWithTools } from './support/describe-with-tools.js';
import { PAGES, readExamples, readPage, readPageBlocks, ROOT } from './support/docs-blocks.js';
import { commandsOf, unknownIn, type Known } from './support/docs-commands.js';
import { formatFault, validationFault } from './support/docs-hcl.js';
import { brokenLinks } from './support/docs-links.js';
import { DocsProgram, type Example } from './support/docs-program.js';
import { compileExample, reportsOf, runTest, writeForTerraform } from './support/docs-run.js';
import { judgeFile } from './support/kong-judge/judge-file.js';
import { findTool } from './support/find-tool.js';
import { findPluginDir } from './support/terraform.js';

/** Its examples show faults; every other page's show none. */
const FAULTS = 'docs/diagnostics.md';

/** Examples of anything but integrations leave them out. */
const ANSWERED: AwsGatewayOptions = {
  integration: { kind: 'lambda', functionArn: '${api_function_arn}' },
  credentials: '${gateway_role_arn}',
};

const blocks = readPageBlocks();
const inLanguage = (language: string) => blocks.filter((block) => block.language === language);
const program = new DocsProgram([...inLanguage('ts'), ...readExamples()]);
const named = program.examples.map((example) => [example.block.place, example] as const);

describe('examples', () => {
  it('are found in the pages and in the comments of lib/', () => {
    expect(inLanguage('ts').length).toBeGreaterThan(30);
    expect(readExamples().length).toBeGreaterThan(12);
  });

  it('type-check', () => {
    expect(program.faults().filter((fault) => !fault.startsWith(FAULTS))).toEqual([]);
  });

  // What starts the command or a server, or is a piece of a test, is type-checked only.
  const runnable = named.filter(
    ([place, { source }]) => !place.startsWith(FAULTS) && !/\b(runApigen|await|expect)\b/.test(source),
  );

  it.each(runnable)('%s has no fault', async (_, example) => {
    const reports = await reportsOf(example, {
      ...ANSWERED,
      gateway: example.source.includes('JwtAuthorizer') ? 'http-api' : 'rest-api',
    });
    // No example shows the code behind the gateway, which answers its own headers and reads the path, nor the
    // Terraform around it.
    const elsewhere = ['proxy-without-cors-headers', 'stage-in-path', 'setting-without-terraform'];
    expect(reports.filter(({ code }) => !elsewhere.includes(code))).toEqual([]);
  });

  it.each(named.filter(([place]) => place.startsWith(FAULTS)))(
    '%s has the fault of its heading',
    async (_, example) => {
      const above = readPage(FAULTS).split('\n').slice(0, example.block.line);
      const heading = above.findLast((line) => line.startsWith('## '))?.slice(3);
      expect((await reportsOf(example, {})).map(({ code }) => code)).toContain(heading);
    },
  );
});

describe('examples for Kong', () => {
  const shown = named.filter(([, { source }]) => /\bkong: \{/.test(source));

  it('are found', () => expect(shown.length).toBeGreaterThan(2));

  it.each(shown)('%s has no fault, and is a file that Kong takes', async (_, example) => {
    const options = { ...ANSWERED, region: 'eu-west-1' };
    const { diagnostics, privateDocument } = await compileExample(example, options, { gateway: 'kong' });
    expect(diagnostics).toEqual([]);
    const filled = JSON.stringify(writeForTerraform(privateDocument)).replace(/\$\{(\w+)\}/g, 'filled-$1');
    expect(judgeFile(JSON.parse(filled), { own: ['openid-connect'] })).toEqual([]);
  });
});

describe('tests of applications', () => {
  /** The application that a page shows before its tests. */
  const shown = [
    ['README.md', 'createUser('],
    ['docs/testing.md', 'createUser('],
  ] as const;
  const tests = shown.flatMap(([page, controller]) =>
    named
      .filter(
        ([, { block, source }]) => block.file === page && /from 'nestjs-aws-gateway\/testing'/.test(source),
      )
      .map(([place, example]) => [place, example, exampleOf(page, controller)] as const),
  );

  it('are found', () => expect(tests.length).toBeGreaterThan(5));

  it.each(tests)('%s passes', async (_, example, application) => {
    await expect(runTest(example, application, ANSWERED)).resolves.toBeUndefined();
  });
});

describe('names', () => {
  /** A part of a page from a heading to the next one. */
  const sections = [
    'docs/decorators.md',
    'docs/command.md',
    'docs/gateways.md',
    'docs/local-gateway.md',
  ].flatMap((page) => readPage(page).split(/^#+ /m));
  const exported = ['lib/index.ts', 'lib/cli/index.ts'].flatMap((entry) => program.exported(entry));

  it.each(exported.map(({ name, options }) => [name, options] as const))(
    '%s is explained, and all its options with it',
    (name, options) => {
      const about = sections.filter((section) => new RegExp(`\`@?${name}\\b`).test(section));
      expect(about.length).toBeGreaterThan(0);
      const text = about.join('\n');
      expect(options.filter((option) => !text.includes(`\`${option}\``))).toEqual([]);
    },
  );
});

describe('links', () => {
  it.each(PAGES)('of %s lead somewhere', (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });
});

/** A budget without its sizes, which change with every word of the documents. */
const maskSizes = (table: string): string =>
  table.replace(/^(models|definition)( +)[\d.]+ KB +/gm, '$1$2_ KB  ');

/** The flags of a schematic. */
function flagsOf(schema: string): readonly string[] {
  const { properties } = JSON.parse(readPage(schema)) as { properties: object };
  return Object.keys(properties).map(
    (name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  );
}

/** The options of a command. */
function optionsOf(page: string): readonly string[] {
  return [...readPage(page).matchAll(/flags: '(--[a-z-]+)/g)].map((match) => match[1]!);
}

describe('commands', () => {
  const manifest = JSON.parse(readPage('package.json')) as Manifest;
  const commandFiles = ['apigen', 'check/check', 'diff/diff', 'serve/serve', 'verify/verify'].map(
    (name) => `${name}.command`,
  );
  const options = commandFiles.flatMap((name) => optionsOf(`lib/cli/${name}.ts`));
  const known: Known = {
    scripts: Object.keys(manifest.scripts),
    packages: [manifest.name, ...Object.keys(manifest.peerDependencies)],
    options,
    flags: ['--dry-run', ...flagsOf('lib/schematics/schema.json')],
  };
  const commands = inLanguage('sh').flatMap((block) =>
    commandsOf(block).map((command) => [block.place, command] as const),
  );

  it.each(commands)('of %s exist: %s', (_, command) => {
    expect(unknownIn(command, known)).toEqual([]);
  });

  it('start what nest-cli.json says', () => {
    const { sourceRoot } = JSON.parse(readPage('nest-cli.json')) as { sourceRoot: string };
    expect(existsSync(join(ROOT, sourceRoot, 'apigen.ts'))).toBe(true);
    expect(readPage('README.md')).toContain(`the application in \`${sourceRoot}\``);
  });

  it('print the tables that docs/command.md shows', async () => {
    const { model, limits } = await compileExample(
      exampleOf('README.md', 'export class UsersController'),
      {},
    );
    const shown = inLanguage('text').map(({ text }) => text);
    expect(shown).toContain(
      `${listRoutes(model, compareGateways(model))}\n${listGateways(compareGateways(model))}`,
    );
    expect(shown.map(maskSizes)).toContain(maskSizes(listLimits(limits)));
  });

  it('print the explanation that docs/command.md shows', async () => {
    const compiled = await compileExample(exampleOf('README.md', 'export class UsersController'), {});
    const [query] = inLanguage('sh').flatMap(({ text }) => / explain "(.+)"/.exec(text)?.[1] ?? []);
    // Reports are another page's matter.
    const explained = findRoutes(compiled.model, query!).map((found) => ({
      ...explainRoute(found, compiled),
      diagnostics: [],
      silenced: [],
    }));
    expect(inLanguage('text').map(({ text }) => text)).toContain(
      explained.map((one) => formatExplanation(one)).join('\n'),
    );
  });

  it('have all their options explained, and no others', () => {
    const rows = ['docs/command.md', 'docs/local-gateway.md'].flatMap((page) =>
      [...readPage(page).matchAll(/^\| `(--[a-z-]+)/gm)].map((match) => match[1]!),
    );
    // `diff` explains what an option of the export means to it.
    expect([...new Set(rows)].toSorted()).toEqual([...new Set([...options, '--help'])].toSorted());
  });

  it('ask for the versions of package.json', () => {
    const { peerDependencies, engines } = manifest;
    const majors = ['common', 'core', 'swagger'].map((name) => peerDependencies[`@nestjs/${name}`]);
    expect(majors).toEqual(Array(3).fill('^11.0.0 || ^12.0.0'));
    const readme = readPage('README.md');
    expect(readme).toMatch(/`@nestjs\/common`, `@nestjs\/core`, `@nestjs\/swagger` +\| 11 or 12/);
    const commander = /\^([\d.]+)\.\d+$/.exec(peerDependencies['nest-commander']!)![1]!;
    expect(readme).toMatch(new RegExp(`nest-commander.* ${commander} or later`));
    expect(readme).toMatch(new RegExp(`Node.js +\\| ${engines.node.replace('>=', '')} or later`));
  });
});

/** What the recipe of a private API takes from elsewhere. */
const PRIVATE_API = `
variable "vpc_endpoint_id" {}
resource "aws_lambda_function" "api" {
  function_name = "api"
  package_type  = "Image"
  image_uri     = "example.com/api:1"
  role          = "arn:aws:iam::111122223333:role/api"
}`;

interface Manifest {
  readonly name: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
}

/** The first example of a page that holds some text. */
function exampleOf(page: string, text: string): Example {
  const found = program.examples.find(({ block }) => block.file === page && block.text.includes(text));
  if (!found) throw new Error(`${page} has no example with ${text}`);
  return found;
}

describe('the first screen of README.md', () => {
  const example = exampleOf('README.md', 'export class UsersController');
  const parts = blocks.filter(({ file, language }) => file === 'README.md' && language === 'json');

  it('shows parts of both documents of its example', async () => {
    const { publicDocument, privateDocument } = await compileExample(example, {});
    const [fromPrivate, fromPublic] = parts.map(({ text }) => JSON.parse(`{${text}}`) as object);
    expect(parts).toHaveLength(2);
    expect(writeForTerraform(privateDocument)).toMatchObject({ paths: fromPrivate });
    expect(publicDocument).toMatchObject({ paths: fromPublic });
  });

  it('shows what is reported when the integration is missing', async () => {
    const source = example.source.replace(/@AwsLambda\(.*\)/, '');
    const { diagnostics } = await compileExample({ ...example, source }, {});
    const shown = blocks.find(({ file, text }) => file === 'README.md' && text.includes('(error)'));
    // Only the command knows the place in the source.
    const above = example.block.text
      .replace(/.*@AwsLambda\(.*\n/, '')
      .split('getUser(')[0]!
      .split('\n');
    const place = `src/users/users.controller.ts:${above.length}:${above.at(-1)!.length + 1} - `;
    expect(shown?.text.startsWith(place)).toBe(true);
    const text = shown?.text.slice(place.length);
    expect(formatDiagnostics(diagnostics, 'text')).toBe(`${text}\n1 error\n`);
  });
});

describeWithTools(
  'blocks of HCL',
  { terraform: findTool('terraform'), 'AWS provider': findPluginDir() },
  (tools) => {
    const hcl = (page: string): readonly string[] =>
      inLanguage('hcl').flatMap(({ file, text }) => (file === page ? [text] : []));

    it.each(inLanguage('hcl').map(({ place, text }) => [place, text] as const))(
      '%s is formatted',
      async (_, text) => {
        expect(await formatFault(tools.terraform, text)).toBe('');
      },
    );

    it.each([
      ['docs/terraform.md', 'export class AppModule', hcl('docs/terraform.md')],
      // The functions of the one are those of the other.
      ['README.md', 'export class UsersController', [...hcl('README.md'), hcl('docs/terraform.md')[0]!]],
      ['docs/recipes.md', 'vpcEndpointIds', [...hcl('docs/recipes.md'), PRIVATE_API]],
    ] as const)(
      'of %s are valid, and fill in all that its example leaves open',
      async (page, text, texts) => {
        const { privateDocument, outputs } = await compileExample(exampleOf(page, text), {});
        const fault = await validationFault(tools.terraform, tools['AWS provider'], texts.join('\n'), {
          'api_private.json': writeForTerraform(privateDocument),
          'iam_policy.json': writeForTerraform(outputs['iam-policy']),
        });
        expect(fault).toBe('');
      },
    );
  },
);
