import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/**
 * Imports the quick specs into one module registry, so that Nest and Swagger are evaluated once. Each stands in a block
 * that is named after its file: its hooks reach no other, and a failure names it.
 */

/** Makes a block the current one, if one is given; answers the one before. */
declare const enterBlock: (block?: Block) => Block;

interface Block {
  readonly name: string;
  readonly children: readonly unknown[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const blocks: Block[] = [];
const specs = (process.env['SHARED_SPECS'] ?? '').split('\n');

/** What one spec could leave behind for the next. */
function readShared(): unknown {
  const { SwaggerGlobalParametersStorage: parameters, SwaggerGlobalResponsesStorage: responses } =
    globalThis as unknown as Readonly<Record<string, { getAll(): unknown } | undefined>>;
  return {
    env: { ...process.env },
    folder: process.cwd(),
    exitCode: process.exitCode,
    write: [process.stdout.write, process.stderr.write],
    parameters: structuredClone(parameters?.getAll()),
    responses: structuredClone(responses?.getAll()),
  };
}

for (const spec of specs) {
  let block: Block | undefined;
  describe(`${spec}`, () => {
    block = enterBlock();
  });
  const outside = enterBlock(block);
  let before: unknown;
  beforeAll(() => {
    before = readShared();
  });
  afterAll(() => assert.deepEqual(readShared(), before, `${spec} leaves something behind`));
  try {
    await import(join(root, spec));
  } catch (error) {
    it('is imported', () => {
      expect(() => {
        throw error;
      }).not.toThrow();
    });
  }
  blocks.push(enterBlock(outside));
}

it('has every spec in a block of its own', () => {
  expect(blocks.map(({ name }) => name)).toEqual(specs);
  expect(blocks.filter(({ children }) => children.length === 0)).toEqual([]);
});

// In a run of every quick spec, `messages.txt` holds what they saw and nothing else.
if (process.env['EVERY_QUICK_SPEC'] === '1') {
  it('has seen every message of test/wording/messages.txt', async () => {
    const { findUnusedEntries, rewriteWording, UPDATES } = await import('../wording/wording.js');
    if (UPDATES) rewriteWording();
    expect(UPDATES ? [] : findUnusedEntries()).toEqual([]);
  });
}
