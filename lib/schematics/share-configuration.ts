import { styleLike } from './edit-text.js';
import type { TypeScript } from './load-typescript.js';
import type { Outcome } from './outcome.js';
import { planMove } from './plan-move.js';
import type { MainFile } from './read-main.js';
import type { Tree } from './tree.js';
import { shortenMain, writeConfigure } from './write-configure.js';

/** What `apigen.ts` imports of the shared file. */
export interface Shared {
  readonly configure: boolean;
  readonly document?: string;
}

/** Moves what `main.ts` does to routes into `configure.ts`, and calls it there. */
export function shareConfiguration(
  ts: TypeScript,
  tree: Tree,
  main: MainFile,
  { path, from }: { readonly path: string; readonly from: string },
): Outcome & { readonly shared: Shared } {
  const move = planMove(ts, main);
  const moves = move.statements.length > 0 || move.cors !== undefined || move.document !== undefined;
  const name = move.document?.declarationList.declarations[0]!.name.getText(main.file);
  const isThere = tree.exists(path);
  if (!moves || isThere) {
    const byHand = moves
      ? [`${path} is there already: move ${list(move.methods)} of ${main.path} to it`]
      : [];
    const known = main.imported.get('configure')?.from === from;
    return { done: [], byHand: [...byHand, ...move.left], shared: { configure: known } };
  }
  tree.create(path, styleLike(main.file.text, writeConfigure(ts, main, move)));
  tree.overwrite(main.path, shortenMain(ts, main, move, from));
  const shared = {
    configure: move.statements.length > 0 || move.cors !== undefined,
    ...(name === undefined ? {} : { document: name }),
  };
  const what = [...move.methods, ...(name === undefined ? [] : ['DocumentBuilder'])];
  return {
    done: [`${path} has ${list(what)} of ${main.path}, for both main.ts and apigen.ts`],
    byHand: move.left,
    shared,
  };
}

const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
