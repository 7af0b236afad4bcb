import type { GatewayModel, Ignore } from '../model/gateway-model.js';
import { list } from '../options/option-shape.js';
import type { KnownRule, Rule } from './rule.js';

/** An ignored code that does not exist, that cannot be ignored, or that is ignored twice at one place. */
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
          message: `\`${code}\` is ignored, but no diagnostic has this code`,
          fix: near.length > 0 ? `Write ${list(near)}.` : 'Copy the code from the report.',
        };
      } else if (rule.final) {
        yield {
          at,
          message: `\`${code}\` cannot be ignored: API Gateway rejects the document, or there is nothing to generate`,
          fix: 'Correct what it reports, and remove the ignore.',
        };
      } else if (earlier !== undefined) {
        yield {
          at,
          message: `\`${code}\` is ignored twice, with the reasons "${reason}" and "${earlier.reason}"`,
          fix: 'Keep one of the two.',
        };
      }
    }
  },
};

/** From an ignore to an earlier ignore of the same code on the same handler or class. */
function findRepeated({ ignores, routes, displaced }: GatewayModel): ReadonlyMap<Ignore, Ignore> {
  const repeated = new Map<Ignore, Ignore>();
  // Route by route: two classes may have the same name.
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

/** The codes with the most words in common, if these are at least half of the words. */
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
