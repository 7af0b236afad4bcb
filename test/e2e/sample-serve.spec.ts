import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSample, ROOT, type BuiltSample } from '../support/build-sample.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { findTool } from '../support/find-tool.js';
import { startMoto, type MotoServer } from '../support/moto-server.js';
import { ServeProcess } from '../support/serve-process.js';

const README = readFileSync(join(ROOT, 'sample/README.md'), 'utf8');
const SECTION = README.split('## The gateway on this machine')[1]!.split('\n## ')[0]!;
const BLOCKS = [...SECTION.matchAll(/```(\w+)\n([^]*?)```/g)].map(([, language, text]) => ({
  language,
  text: text!,
}));
const COMMANDS = BLOCKS.filter(({ language }) => language === 'sh').map(({ text }) => text);

describeWithTools(
  'the gateway of the sample on this machine, as its README has it',
  { moto_server: findTool('moto_server'), curl: findTool('curl'), bash: findTool('bash') },
  (tools) => {
    let sample: BuiltSample;
    let moto: MotoServer;
    let served: ServeProcess;

    beforeAll(async () => {
      sample = buildSample();
      moto = await startMoto(tools.moto_server);
      const [, serve = ''] = COMMANDS;
      const [, options = ''] = serve.split(' -- serve ');
      const args = options
        .replaceAll('http://127.0.0.1:5000', moto.url)
        .replace('--port 3000', '--port 0')
        .split(/[\s\\]+/)
        .filter((word) => word !== '');
      served = await ServeProcess.start(
        {
          path: (name) => (name === undefined ? ROOT : join(sample.folder, 'apigen.js')),
        },
        args,
      );
    });

    afterAll(async () => {
      await served?.end('SIGKILL');
      await moto?.stop();
      sample?.remove();
    });

    it('answers each command, and explains each answer', async () => {
      const [, , ...commands] = COMMANDS;
      const script = ['set -eo pipefail', ...commands]
        .join('\n')
        .replaceAll('http://127.0.0.1:5000', moto.url)
        .replaceAll('http://127.0.0.1:3000', served.url);
      const said = execFileSync(tools.bash, ['-c', script], { encoding: 'utf8', stdio: 'pipe' });
      const statuses = [...said.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
      expect(statuses).toEqual([204, 200, 200, 400, 401]);
      expect(said).toContain('"TableName": "notes"');
      expect(said).toContain('{"id":"gifts","text":"A lamp"}');
      expect(said).toContain('Access-Control-Allow-Methods: DELETE,GET,OPTIONS,PATCH,PUT');

      await served.until('gateway response UNAUTHORIZED', 'stdout');
      const shown = BLOCKS.find(({ language }) => language === 'text')!
        .text.split('\n')
        .map((line) => line.replace(/\d+ ms$/, '').trim())
        .filter((line) => line !== '' && line !== '…');
      expect(shown).toHaveLength(6);
      for (const line of shown) expect(served.stdout).toContain(line);
    });
  },
);
