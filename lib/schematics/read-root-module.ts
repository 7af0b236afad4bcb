import { posix } from 'node:path';
import type { TypeScript } from './load-typescript.js';
import type { MainFile } from './read-main.js';
import type { Tree } from './tree.js';

/** The module that `main.ts` gives to `NestFactory.create`. */
export interface RootModule {
  readonly name: string;
  /** As `main.ts` writes it: the class, or a call that makes a dynamic module. */
  readonly expression: string;
  readonly clause: string;
  readonly from: string;
  /** The file of its class, if it is a file of the application. */
  readonly path?: string;
}

/** Reads the root module. `undefined` if `main.ts` does not import it. */
export function readRootModule(ts: TypeScript, tree: Tree, main: MainFile): RootModule | undefined {
  const [given] = main.create.arguments;
  const isCall = given && ts.isCallExpression(given) && given.arguments.length === 0;
  const called = isCall ? given.expression : given;
  const identifier = called && isCall && ts.isPropertyAccessExpression(called) ? called.expression : called;
  if (!given || !identifier || !ts.isIdentifier(identifier)) return undefined;
  const imported = main.imported.get(identifier.text);
  if (!imported) return undefined;
  const path = findFile(tree, posix.dirname(main.path), imported.from);
  return {
    name: identifier.text,
    expression: given.getText(main.file),
    clause: imported.clause,
    from: imported.from,
    ...(path === undefined ? {} : { path }),
  };
}

function findFile(tree: Tree, folder: string, from: string): string | undefined {
  if (!from.startsWith('.')) return undefined;
  const path = posix.join(folder, from.replace(/\.[jt]s$/, ''));
  return [`${path}.ts`, `${path}/index.ts`].find((file) => tree.exists(file));
}
