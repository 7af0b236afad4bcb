import { groupBy } from '../diagnostics/group-by.js';
import type { Enhancer } from '../model/app-source.js';
import type { Route } from '../model/routes/route.js';
import { createHandlerReader } from '../model/handler-runs.js';
import { handlersOf } from '../model/documents/view-route.js';
import { hasName, listNames } from './not-run.js';
import type { Rule } from './rule.js';
import { joinWords } from '../options/join-words.js';

const KINDS: Readonly<Record<Enhancer['kind'], string>> = {
  interceptor: 'interceptor',
  pipe: 'pipe',
  filter: 'exception filter',
};

/** Interceptors, pipes and exception filters run where the handler runs. One report for each class, and one for all. */
export const enhancerWithoutEffect: Rule = {
  code: 'enhancer-without-effect',
  severity: 'info',
  *check(model) {
    const runs = createHandlerReader(model);
    const idle = model.routes
      .flatMap(handlersOf)
      .filter((route) => route.enhancers.length > 0 && runs(route) !== 'may');
    const global = describe(idle, ({ level }) => level === 'global');
    if (global) yield { at: {}, ...global };
    for (const [controller, routes] of groupBy(idle, (route) => route.controller)) {
      const found = describe(routes, ({ level }) => level !== 'global');
      if (found) yield { at: { controller }, ...found };
    }
  },
};

function describe(
  routes: readonly Route[],
  counts: (enhancer: Enhancer) => boolean,
): { readonly message: string; readonly fix: string } | undefined {
  const affected = routes.filter(({ enhancers }) => enhancers.some(counts));
  const enhancers = affected.flatMap((route) => route.enhancers.filter(counts));
  if (enhancers.length === 0) return undefined;
  const kinds = [...groupBy(enhancers, ({ kind }) => kind)].flatMap(([kind, ofKind]) => {
    const named = ofKind.filter(({ name }) => hasName(name));
    const several = new Set(named.map(({ name }) => name)).size > 1;
    return [
      ...(named.length > 0 ? [`the ${KINDS[kind]}${several ? 's' : ''} ${listNames(named)}`] : []),
      ...(named.length < ofKind.length ? [`${kind === 'pipe' ? 'a' : 'an'} ${KINDS[kind]}`] : []),
    ];
  });
  const where = affected.length === 1 ? `\`${affected[0]!.handler}\`` : `${affected.length} routes`;
  return {
    message: `${joinWords(kinds)} ${new Set(enhancers.map(({ name }) => name)).size > 1 ? 'do' : 'does'} not run for ${where}: API Gateway, a service or a function answers instead of the handler`,
    fix: "Do the same at the gateway, for example with `@AwsValidation('all')`, or in the function.",
  };
}
