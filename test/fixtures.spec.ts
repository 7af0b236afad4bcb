import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from '@jest/globals';
import { AS_WRITTEN, listPlaceholders, writeTree, type DeployTree } from '../lib/values/deploy-tree.js';
import { compileFixture, compileFixtureFor } from './support/compile-fixture.js';
import { judgeHttpImport } from './support/http-import-judge/judge-http-import.js';
import { plausibleValue } from './support/plausible-value.js';
import { formatDiagnostic } from './support/test-rule.js';

const folder = fileURLToPath(new URL('fixtures/', import.meta.url));
const names = readdirSync(folder).toSorted();
const update = process.env['UPDATE_EXPECTED'] === '1';

/** The whole documents of small applications. `npm test -- --update` writes what comes out: read it before it is kept. */
describe.each(names)('fixture %s', (name) => {
  it('has the expected documents and diagnostics', async () => {
    const { privateDocument, publicDocument, diagnostics } = await compileFixture(name);
    const files = {
      'private.json': `${JSON.stringify(privateDocument, undefined, 2)}\n`,
      'public.json': `${JSON.stringify(publicDocument, undefined, 2)}\n`,
      'diagnostics.txt': diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic)}\n`).join('\n'),
    };
    const expected = `${folder}${name}/expected/`;
    if (update) mkdirSync(expected, { recursive: true });
    for (const [file, text] of Object.entries(files)) {
      if (update) writeFileSync(expected + file, text);
      expect(text).toBe(readFileSync(expected + file, 'utf8'));
    }
  });

  it('has documents that an independent validator takes', async () => {
    const { privateDocument, publicDocument, diagnostics } = await compileFixture(name);
    expect(await validate(fill(privateDocument))).toEqual({ version: '3.0', errors: [] });
    // OpenAPI has no word for a method that neither it nor API Gateway knows, which is an error.
    if (diagnostics.some(({ code }) => code === 'unsupported-method')) return;
    expect(await validate(publicDocument)).toEqual({
      version: publicDocument.openapi.slice(0, 3),
      errors: [],
    });
  });

  it('is taken by the import of an HTTP API, without what that cannot express', async () => {
    const { privateDocument, publicDocument, diagnostics } = await compileFixtureFor('http-api', name);
    expect(publicDocument).toEqual((await compileFixture(name)).publicDocument);
    // Fixtures of faults have others.
    const errors = diagnostics.filter(
      ({ severity, code }) => severity === 'error' && code !== 'not-expressible',
    );
    if (errors.length > 0) return;
    expect(judgeHttpImport(fillPlausibly(privateDocument))).toEqual([]);
  });

  it('shows nothing of the gateway in public', async () => {
    const { publicDocument } = await compileFixture(name);
    const text = JSON.stringify(publicDocument);
    expect(text).not.toMatch(/arn:|amazonaws|x-amazon-apigateway/);
    // A placeholder that is none stands in a description or an extension, and is meant to stay.
    expect(text.replaceAll('${not_a_placeholder}', '')).not.toMatch(/\$\{/);
  });
});

/** Keeps the compiled schema of each version. */
const validator = new Validator();

async function validate(document: unknown): Promise<{ version: unknown; errors: readonly unknown[] }> {
  const result = await validator.validate(structuredClone(document) as Record<string, unknown>);
  return { version: validator.version, errors: [result.valid ? [] : (result.errors ?? ['invalid'])].flat() };
}

/** Placeholders replaced by their names: a component's key may be one. */
function fill(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document).replace(/\$\{([A-Za-z_]\w*)\}/g, '$1'));
}

function fillPlausibly(document: DeployTree): unknown {
  const values = new Map(listPlaceholders(document).map((name) => [name, plausibleValue(name)]));
  return writeTree(document, AS_WRITTEN, values);
}
