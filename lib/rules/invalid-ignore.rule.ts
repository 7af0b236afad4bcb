import type { GatewayModel, Ignore } from '../model/gateway-model.js';
import { list } from '../options/option-shape.js';
import type { KnownRule, Rule } from './rule.js';

/** `@AwsIgnore` of a code that there is not or that cannot be silenced, or twice of one at one place. */
export const invalidIgnore: Rule = {
  code: 'invalid-ignore',
  severity: 'error',
  final: true,
  *check(model, _, rules) {
    const known = new Map<string, KnownRule>(rules.map((rule) => [rule.code, rule]));
    const repeated = findRepeated(model);
    for (const ignore of model.ignores) {
      const { code, reason, at } = ignore;
      const rule = known.get(code);
      const earlier = repeated.get(ignore);
      if (!rule) {
        const near = findNear(code, [...known.keys()]);
        yield {
          at,
          message: `there is no diagnostic \`${code}\` to keep silent`,
          fix: near.length > 0 ? `Did you mean ${list(near)}?` : 'Copy the code from the report.',
        };
      } else if (rule.final) {
        yield {
          at,
          message: `\`${code}\` cannot be kept silent: API Gateway would not take the document, or there would be nothing to write`,
          fix: 'Mend what it reports, and remove the ignore.',
        };
      } else if (earlier !== undefined) {
        yield {
          at,
          message: `\`${code}\` is kept silent twice, because "${reason}" and because "${earlier.reason}"`,
          fix: 'Keep one of them.',
        };
      }
    }
  },
};

/** Ignores to an earlier one of the same code that stands on the same handler or the same class. */
function findRepeated({ ignores, routes, displaced }: GatewayModel): ReadonlyMap<Ignore, Ignore> {
  const repeated = new Map<Ignore, Ignore>();
  // Route by route: two classes may share a name.
  for (const route of [...routes, ...displaced.map((one) => one.route)]) {
    const seen = new Map<string, Ignore>();
    for (const index of route.ignores) {
      const ignore = ignores[index]!;
      const key = `${ignore.at.handler} ${ignore.code}`;
      const earlier = seen.get(key);
      if (earlier) repeated.set(ignore, earlier);
      else seen.set(key, ignore);
    }
  }
  return repeated;
}

/** The codes that share the most of their words, where that is half of them at least. */
function findNear(code: string, codes: readonly string[]): readonly string[] {
  const words = code.toLowerCase().split(/[^a-z]+/);
  const scored = codes.map((known) => {
    const shared = known.split('-').filter((word) => words.includes(word)).length;
    return { known, score: shared / Math.max(words.length, known.split('-').length) };
  });
  const best = Math.max(0.5, ...scored.map(({ score }) => score));
  const near = scored.filter(({ score }) => score === best);
  return near.slice(0, 3).map(({ known }) => known);
}
