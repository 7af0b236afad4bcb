// The process of `CliHost`: imports an entry file again for each message, and sends back what it printed.
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const { cache } = createRequire(import.meta.url);
const outputs = ['stdout', 'stderr'];
const ownArguments = [...process.argv];

process.on('message', async ({ id, entry, args, cwd }) => {
  const printed = { stdout: '', stderr: '' };
  for (const name of outputs) {
    process[name].write = (text, ...others) => {
      printed[name] += text;
      others.at(-1)?.();
      return true;
    };
  }
  process.chdir(cwd);
  process.argv = [ownArguments[0], entry, ...args];
  process.exitCode = undefined;
  let failure;
  delete cache[entry];
  try {
    await import(`${pathToFileURL(entry).href}?run=${id}`);
    // An entry file in CommonJS does not wait for the command, which sets the code at its end. A timer would count as
    // something that the application keeps open.
    while (process.exitCode === undefined) await setImmediate();
  } catch (error) {
    failure = String(error);
  }
  const code = process.exitCode;
  process.exitCode = undefined;
  for (const name of outputs) delete process[name].write;
  process.send({ id, run: { code, ...printed }, failure });
});
