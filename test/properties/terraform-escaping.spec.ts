import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { formatDocument } from '../../lib/cli/files/format-document.js';
import { AS_WRITTEN, listPlaceholders, writeTree, type DeployTree } from '../../lib/values/deploy-tree.js';
import { joinDeployValue, type DeployValue } from '../../lib/values/deploy-value.js';
import { TERRAFORM } from '../../lib/values/terraform-writer.js';
import { application } from '../support/arbitrary-application.js';
import { hostileText } from '../support/arbitrary-text.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { findTool } from '../support/find-tool.js';
import { terraform } from '../support/terraform.js';
import { compileApplication } from './compile-application.js';

/** What the placeholders are filled with: plain values, as they go into the file as they are. */
const VALUES: ReadonlyMap<string, string> = new Map([
  ['name', 'filled-name'],
  ['_x1', 'null:1'],
  ['Upper', '~'],
  ['number', '007'],
  ['sharp', '${x} %{y} $'],
]);

const placeholder = fc
  .constantFrom(...VALUES.keys())
  .map((name): DeployValue => ({ '@deploy': [{ placeholder: name }] }));

/** Text and placeholders side by side, and text right before a placeholder that could change what it means. */
const deployValue: fc.Arbitrary<DeployValue> = fc
  .array(fc.oneof(hostileText, fc.constantFrom('$', '$$', '%', '$${', '\\', '"', ' '), placeholder), {
    minLength: 1,
    maxLength: 5,
  })
  .map((pieces) => joinDeployValue(...pieces));

const entry: fc.Arbitrary<DeployTree> = fc.oneof(
  hostileText,
  deployValue,
  fc.tuple(hostileText, deployValue).map((items) => items),
  fc.dictionary(hostileText, fc.oneof(hostileText, deployValue), { maxKeys: 2 }),
  fc.tuple(deployValue, hostileText).map(([key, value]) => ({ '@deployMap': [[key, { nested: value }]] })),
  fc.constantFrom(null, true, 1.5, '', {}, []),
);

function valuesOf(tree: DeployTree): ReadonlyMap<string, string> {
  return new Map(listPlaceholders(tree).map((name) => [name, VALUES.get(name) ?? `filled-${name}`]));
}

describeWithTools("Terraform's templatefile", { terraform: findTool('terraform') }, (tools) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'templatefile-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('gives back the text of hostile values and names, in JSON and in YAML', () =>
    fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 300, maxLength: 300 }), async (entries) => {
        const trees = entries.map((value, index) => [`entry-${index}`, value] as const);
        // One file for all, as Terraform takes its time; and the rendered entries one by one, to name what differs.
        const [json, yaml] = await render(Object.fromEntries(trees));
        for (const [name, tree] of trees) {
          const expected = { tree, value: writeTree(tree, AS_WRITTEN, VALUES) };
          expect({ tree, value: json?.[name] }).toEqual(expected);
          expect({ tree, value: yaml?.[name] }).toEqual(expected);
        }
      }),
      { numRuns: 3, endOnFailure: true },
    ));

  it('gives back whole private documents', () =>
    fc.assert(
      fc.asyncProperty(fc.array(application(), { minLength: 15, maxLength: 15 }), async (specs) => {
        const trees: DeployTree[] = [];
        for (const spec of specs) {
          trees.push((await compileApplication(spec)).privateDocument);
        }
        const [json, yaml] = await render(trees);
        const expected = writeTree(trees, AS_WRITTEN, valuesOf(trees));
        expect(json).toEqual(expected);
        expect(yaml).toEqual(expected);
      }),
      { numRuns: 1, endOnFailure: true },
    ));

  /** Writes a tree as the command does, in JSON and in YAML, and reads what Terraform makes of both files. */
  async function render(tree: DeployTree): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const written = writeTree(tree, TERRAFORM);
    await writeFile(join(folder, 'private.json'), await formatDocument(written, 'private.json'));
    await writeFile(join(folder, 'private.yaml'), await formatDocument(written, 'private.yaml'));
    const literal = JSON.stringify(Object.fromEntries(valuesOf(tree))).replaceAll(/([$%])\{/g, '$1$1{');
    await writeFile(
      join(folder, 'main.tf'),
      ['json', 'yaml']
        .map((kind) => `output "${kind}" {\n  value = templatefile("private.${kind}", ${literal})\n}\n`)
        .join(''),
    );
    await terraform(tools.terraform, folder, ['apply', '-auto-approve', '-input=false', '-no-color']);
    const printed = await terraform(tools.terraform, folder, ['output', '-json', '-no-color']);
    const outputs = JSON.parse(printed) as Record<'json' | 'yaml', { value: string }>;
    return [JSON.parse(outputs.json.value), parse(outputs.yaml.value)];
  }
});
