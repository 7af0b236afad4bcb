import { expect, it } from '@jest/globals';
import { shareRegistry } from './share-registry.js';

await shareRegistry(process.env['FIRST_SPECS']);

// In a run of every quick spec, `messages.txt` holds what those of them saw that compare wording, and nothing else.
if (process.env['EVERY_QUICK_SPEC'] === '1') {
  it('has seen every message of test/wording/messages.txt', async () => {
    const { findUnusedEntries, rewriteWording, UPDATES } = await import('../wording/wording.js');
    if (UPDATES) rewriteWording();
    expect(UPDATES ? [] : findUnusedEntries()).toEqual([]);
  });
}
