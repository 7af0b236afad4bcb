import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { sayWhenSlow } from '../../../lib/cli/process/say-when-slow.js';

describe('sayWhenSlow', () => {
  it('speaks once of a step that takes long, and not of one that is done', async () => {
    const said: string[] = [];
    const write = (text: string): void => void said.push(text);
    sayWhenSlow('`configure`', write, 20);
    sayWhenSlow('the rest', write, 20)();
    await setTimeout(80);
    expect(said).toEqual(['apigen: still waiting for `configure`, after 0 seconds\n']);
  });
});
