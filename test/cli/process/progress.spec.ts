import { describe, expect, it } from '@jest/globals';
import { createProgress } from '../../../lib/cli/process/progress.js';

const ERASE = '\r\u001b[K';

describe('createProgress', () => {
  it('shows a step at once in a run of over a second, and removes it before other words', () => {
    const written: string[] = [];
    const progress = createProgress(
      (text) => written.push(text),
      () => 1_200,
    );
    progress.step('reads the application');
    progress.clear();
    progress.clear();
    expect(written).toEqual([`${ERASE}apigen: reads the application …\r`, ERASE]);
  });

  it('shows nothing in a run of less than a second', async () => {
    const written: string[] = [];
    let now = 970;
    const progress = createProgress(
      (text) => written.push(text),
      () => now,
    );
    progress.step('reads the application');
    progress.clear();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(written).toEqual([]);
    progress.step('compiles 3 routes');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(written).toEqual([`${ERASE}apigen: compiles 3 routes …\r`]);
    now = 2_000;
    progress.step();
    expect(written.at(-1)).toBe(ERASE);
  });
});
