import { describe, expect, it } from '@jest/globals';

/**
 * A suite that needs tools of the machine, by name. Where one is missing it says so in one line and is skipped; where
 * only some are, in CI, it fails: a machine that has been prepared for it must run it.
 */
export function describeWithTools<Tools extends Readonly<Record<string, string | undefined>>>(
  title: string,
  tools: Tools,
  suite: (tools: { readonly [Name in keyof Tools]: string }) => void,
): void {
  const names = Object.keys(tools);
  const missing = names.filter((name) => tools[name] === undefined);
  describe(`${title}`, () => {
    if (missing.length === 0) {
      suite(tools as { readonly [Name in keyof Tools]: string });
      return;
    }
    if (process.env['CI'] && missing.length < names.length) {
      it('has every tool that it needs', () => {
        expect({ missing }).toEqual({ missing: [] });
      });
      return;
    }
    const reason = `this machine has no ${missing.join(', no ')}`;
    process.stderr.write(`SKIPPED ${title}: ${reason}.\n`);
    it.todo(`runs where there are its tools: ${reason}`);
  });
}
