import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** Makes a block the current one, if one is given; answers the one before. */
declare const enterBlock: (block?: Block) => Block;

interface Block {
  readonly name: string;
  readonly children: readonly unknown[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

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

/**
 * Imports specs into one module registry, so that Nest and Swagger are evaluated once. Each stands in a block that is
 * named after its file: its hooks reach no other, and a failure names it.
 *
 * @param list the paths of the specs, one a line
 */
export async function shareRegistry(list = ''): Promise<void> {
  const specs = list.split('\n');
  const blocks: Block[] = [];
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
}
