import { beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Body } from '../../../../lib/cli/check/hcl/expression.js';
import { loadHclParser, type HclParser } from '../../../../lib/cli/check/hcl/parse-hcl.js';

// Its types would bring those of browsers into every test.
const { parse: parseWithTerraform } = createRequire(import.meta.url)('@cdktn/hcl2json') as {
  parse(name: string, text: string): Promise<Readonly<Record<string, unknown>>>;
};

const sample = fileURLToPath(new URL('../../../../sample/terraform', import.meta.url));
const files = readdirSync(sample).filter((name) => name.endsWith('.tf'));

let parser: HclParser;
beforeAll(async () => {
  parser = await loadHclParser();
});

/** The blocks of a file and the names of their attributes, by type and labels. */
function outline({ blocks }: Body): readonly string[] {
  return blocks
    .map(({ type, labels, body }) => [type, ...labels, ...[...body.attributes.keys()].toSorted()].join(' '))
    .toSorted();
}

const LABELS: Readonly<Record<string, number>> = { locals: 0, terraform: 0, resource: 2, data: 2 };

/** The same of what Terraform's own parser read, whose blocks are lists of objects below their labels. */
function outlineOf(json: Readonly<Record<string, unknown>>): readonly string[] {
  const list = (type: string, labels: readonly string[], value: unknown): readonly string[] =>
    labels.length === (LABELS[type] ?? 1)
      ? (value as readonly Readonly<Record<string, unknown>>[]).map((block) =>
          [
            type,
            ...labels,
            ...Object.keys(block)
              .filter((name) => !isBlock(block[name]))
              .toSorted(),
          ].join(' '),
        )
      : Object.entries(value as object).flatMap(([label, inner]) => list(type, [...labels, label], inner));
  return Object.entries(json)
    .flatMap(([type, value]) => list(type, [], value))
    .toSorted();
}

/** A nested block is a list of objects; so is a list of objects, which no file of the sample has outside of calls. */
function isBlock(value: unknown): boolean {
  return (
    Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one !== null)
  );
}

const at = (column: number) => ({ file: 'm.tf', line: 1, column });

describe('the reader of HCL', () => {
  it.each(files)('reads %s of the sample as Terraform’s own parser does', async (name) => {
    const text = readFileSync(join(sample, name), 'utf8');
    expect(outline(parser.parseFile(text, name))).toEqual(outlineOf(await parseWithTerraform(name, text)));
  });

  it('reads expressions with their places', () => {
    const { attributes } = parser.parseFile(
      'x = merge({ "a-${b}" = c.d[0].e }, y ? null : "\\u00e9\\n$${z}")\n',
      'm.tf',
    );
    expect(attributes.get('x')!.value).toEqual({
      kind: 'call',
      name: 'merge',
      expands: false,
      at: at(5),
      args: [
        {
          kind: 'object',
          at: at(11),
          members: [
            {
              key: {
                kind: 'template',
                at: at(13),
                parts: ['a-', { kind: 'variable', name: 'b', at: at(18) }],
              },
              value: {
                kind: 'attribute',
                name: 'e',
                at: at(24),
                of: {
                  kind: 'index',
                  at: at(24),
                  key: { kind: 'literal', value: 0, at: at(28) },
                  of: {
                    kind: 'attribute',
                    name: 'd',
                    at: at(24),
                    of: { kind: 'variable', name: 'c', at: at(24) },
                  },
                },
              },
            },
          ],
        },
        {
          kind: 'conditional',
          at: at(36),
          condition: { kind: 'variable', name: 'y', at: at(36) },
          yes: { kind: 'literal', value: null, at: at(40) },
          no: { kind: 'literal', value: 'é\n${z}', at: at(47) },
        },
      ],
    });
  });

  it.each([
    ['x = [1, 2\n', 'm.tf:2:1: this is not HCL: `]` is missing'],
    ['locals {\n  a = \n}\n', 'm.tf:2:3: this is not HCL: `a =` is not expected here'],
    ['locals {\n  a = 1\n', 'm.tf:3:1: this is not HCL: `}` is missing'],
    ['a = <<EOT\n text\n', 'm.tf:3:1: this is not HCL: the end of a heredoc is missing'],
    ['{{}}\n', 'm.tf:1:2: this is not HCL: `{{}}` is not expected here'],
  ])('refuses %j with its place', (text, message) => {
    expect(() => parser.parseFile(text, 'm.tf')).toThrow(message);
  });
});
