import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findAdapter, listBases } from '../../../lib/cli/application/find-adapter.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'find-adapter-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function install(name: string, code: string): void {
  const target = join(folder, 'node_modules', '@nestjs', name);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'package.json'), JSON.stringify({ name: `@nestjs/${name}`, main: 'index.js' }));
  writeFileSync(join(target, 'index.js'), code);
}

const find = () => findAdapter([join(folder, 'dist', 'apigen.js')], false);
const FASTIFY = 'exports.FastifyAdapter = class FastifyAdapter {};';

describe('findAdapter', () => {
  it('leaves Express to NestJS', async () => {
    install('platform-express', '');
    install('platform-fastify', FASTIFY);
    expect(await find()).toBeUndefined();
    expect(await findAdapter(listBases(), false)).toBeUndefined();
  });

  it('takes Fastify where Express is not installed', async () => {
    install('platform-fastify', FASTIFY);
    expect((await find())?.constructor.name).toBe('FastifyAdapter');
  });

  it('names the packages and the option where none is installed', async () => {
    await expect(find()).rejects.toThrow(
      'NestJS has no HTTP adapter here: install `@nestjs/platform-express` or `@nestjs/platform-fastify`, or set `adapter` in `runApigen`',
    );
  });
});
