import type { HandlerRuns } from '../model/handler-runs.js';

/** `` `JwtGuard` and `RolesGuard` ``, each name once. */
export function listNames(named: readonly { readonly name: string }[]): string {
  return [...new Set(named.map(({ name }) => `\`${name}\``))].join(' and ');
}

/** The end of a sentence that begins with what does not run. */
export function whyNotRun(
  runs: Exclude<HandlerRuns, 'may'>,
  named: readonly { readonly name: string }[],
): string {
  const verb = new Set(named.map(({ name }) => name)).size > 1 ? 'do' : 'does';
  return runs === 'never'
    ? `${verb} not run: the integration bypasses the application`
    : `${verb} not run if the function of this handler holds other code than this application`;
}
