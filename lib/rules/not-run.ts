import type { HandlerRuns } from '../model/handler-runs.js';
import { joinWords } from '../options/join-words.js';

/** `` `JwtGuard` and `RolesGuard` ``, each name once. What has no name, such as `a guard`, is no code. */
export function listNames(named: readonly { readonly name: string }[]): string {
  return joinWords([...new Set(named.map(({ name }) => (hasName(name) ? `\`${name}\`` : name)))]);
}

/** A plain object has no class, and Nest knows none of what a factory will make. */
export function hasName(name: string): boolean {
  return !name.includes(' ');
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
