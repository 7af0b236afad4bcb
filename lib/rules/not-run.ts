import type { HandlerRuns } from '../model/handler-runs.js';
import { joinWords } from '../options/join-words.js';

/** `` `JwtGuard` and `RolesGuard` ``, each name once. */
export function listNames(named: readonly { readonly name: string }[]): string {
  return joinWords([...new Set(named.map(({ name }) => `\`${name}\``))]);
}

/** The end of a sentence that begins with what does not run. */
export function whyNotRun(
  runs: Exclude<HandlerRuns, 'may'>,
  named: readonly { readonly name: string }[],
): string {
  const verb = new Set(named.map(({ name }) => name)).size > 1 ? 'do' : 'does';
  return runs === 'never'
    ? `${verb} not run: the integration bypasses the application`
    : `${verb} not run if the function of this handler runs other code than this application`;
}
