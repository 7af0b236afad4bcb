import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

// No compiler reads the benchmark, which calls the built command's own functions.
it('the benchmark exports an application', () => {
  const program = fileURLToPath(new URL('../../bench/run.mjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '1', '10'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^\| 10 (\| [\d.]+ ){9}\|$/m);
});
