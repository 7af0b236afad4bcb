import { describe, expect, it } from '@jest/globals';
import { render } from 'velocityjs';
import { renderTemplate } from '../../lib/testing/index.js';
import { VELOCITY_DIFFERENCES } from '../support/velocity-differences.js';

/** velocityjs by itself, with the same body under the same names. */
function renderAlone(template: string, body = '{}'): string {
  const root = JSON.parse(body) as unknown;
  const read = (path: string): unknown =>
    path
      .split('.')
      .slice(1)
      .reduce<unknown>((owner, name) => (owner as Record<string, unknown> | undefined)?.[name], root);
  const util = { escapeJavaScript: (text: string) => text.replaceAll("'", "\\'") };
  try {
    return render(template, { input: { path: read }, util });
  } catch (thrown) {
    return `throws ${(thrown as Error).message}`;
  }
}

describe('what velocityjs alone prints otherwise', () => {
  it.each(VELOCITY_DIFFERENCES)('$what', ({ template, prints, ...input }) => {
    expect(renderTemplate(template, input).text).toBe(prints);
    expect(renderAlone(template, input.body)).not.toBe(prints);
  });
});
