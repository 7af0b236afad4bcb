import { createRequire } from 'node:module';
import { join } from 'node:path';
import type ts from 'typescript';

export type TypeScript = typeof ts;

/**
 * The compiler of the application, or that of the Nest CLI. TypeScript 7 has no API for JavaScript: an application with
 * it has the Nest CLI's older one beside it.
 */
export function loadTypeScript(folder: string): TypeScript {
  const application = createRequire(join(folder, 'package.json'));
  for (const origin of [[], ['@nestjs/cli'], ['@nestjs/schematics']]) {
    try {
      const require = origin.reduce(
        (from, name) => createRequire(from.resolve(`${name}/package.json`)),
        application,
      );
      const loaded = require('typescript') as Partial<TypeScript>;
      if (typeof loaded.createSourceFile === 'function') return loaded as TypeScript;
    } catch {
      // Not installed there.
    }
  }
  throw new Error('nestjs-aws-gateway: TypeScript is not installed. Run `npm install`, then this again.');
}
