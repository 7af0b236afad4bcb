import type { Server } from 'node:http';
import type { ProcessClaim } from '../process/claim-process.js';
import { answerRequest } from './answer-request.js';
import { createGatewayServer } from './http/create-gateway-server.js';
import type { ServingGateway } from './load-gateway.js';
import { answerPage, isOfPage } from './page/answer-page.js';
import { History } from './page/history.js';
import { keepExchange } from './page/served-exchange.js';
import { formatRequestLine, nameAnswerer } from './report/format-request-line.js';
import { formatSteps } from './report/format-steps.js';
import { joinWrites } from './report/join-writes.js';
import type { ServeArguments } from './serve-arguments.js';

/** A gateway behind HTTP. */
export interface ServedRequests {
  readonly server: Server;
  /** The requests that the page shows. */
  readonly history: History;
  /** Writes the lines of the last requests. */
  flush(): Promise<void>;
}

/** The HTTP server before a gateway: one line for each request, and the page that explains them. */
export function serveRequests(
  serving: ServingGateway,
  { stage, explain }: Pick<ServeArguments, 'stage' | 'explain'>,
  { writeOut }: Pick<ProcessClaim, 'writeOut'>,
): ServedRequests {
  const { names } = serving;
  const history = new History();
  const { write, flush } = joinWrites(writeOut);
  const server = createGatewayServer({
    answer: async (request) =>
      answerPage(request, () => history.list()) ?? (await answerRequest(request, serving, stage)),
    done: (request, answer, milliseconds) => {
      // The page watches itself only.
      if (isOfPage(request.rawPath)) return;
      const line = formatRequestLine(request, answer, names, milliseconds);
      write(explain && answer ? `${line}${formatSteps(answer.steps)}` : line);
      if (!answer) return;
      const host = request.rawHeaders.find(([name]) => name.toLowerCase() === 'host')?.[1];
      const origin = `http://${host ?? '127.0.0.1'}`;
      history.add(keepExchange(request, answer, nameAnswerer(answer, names), milliseconds, origin));
    },
  });
  return { server, history, flush };
}
