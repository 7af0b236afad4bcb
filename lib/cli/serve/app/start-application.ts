import { ConsoleLogger, type INestApplication } from '@nestjs/common';
import { runStep } from '../../application/run-step.js';

/** Starts an application as its `main.ts` would, on a free port of 127.0.0.1, and returns its URL. */
export async function startApplication(
  app: INestApplication,
  writeErr: (text: string) => void,
): Promise<string> {
  await runStep(
    { failure: 'the application does not start', waitsFor: 'the application to start' },
    () => app.listen(0, '127.0.0.1'),
    writeErr,
  );
  // Its messages at the start are dropped; those about requests are shown.
  app.useLogger(new ConsoleLogger());
  const { port } = (app.getHttpServer() as { address(): { readonly port: number } }).address();
  return `http://127.0.0.1:${port}`;
}
