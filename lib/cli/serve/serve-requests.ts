import type { Server } from 'node:http';
import type { ProcessClaim } from '../process/claim-process.js';
import { answerRequest } from './answer-request.js';
import { createGatewayServer } from './http/create-gateway-server.js';
import type { ServingGateway } from './load-gateway.js';
import { answerPage } from './page/answer-page.js';
import { History } from './page/history.js';
import { describeExchange } from './page/served-exchange.js';
import { formatRequestLine, nameAnswerer } from './report/format-request-line.js';
import { formatSteps } from './report/format-steps.js';
import type { ServeArguments } from './serve-arguments.js';

/** The HTTP server before a gateway: one line for each request, and the page that explains them. */
export function serveRequests(
  serving: ServingGateway,
  { stage, explain }: Pick<ServeArguments, 'stage' | 'explain'>,
  { writeOut }: Pick<ProcessClaim, 'writeOut'>,
): Server {
  const { names } = serving;
  const history = new History();
  return createGatewayServer({
    answer: async (request) =>
      answerPage(request, () => history.list()) ?? (await answerRequest(request, serving, stage)),
    done: (request, answer, milliseconds) => {
      // The page watches itself only.
      if (/^\/_gateway(?:\/|$)/.test(request.rawPath)) return;
      const line = formatRequestLine(request, answer, names, milliseconds);
      void writeOut(explain && answer ? `${line}${formatSteps(answer.steps)}` : line);
      if (!answer) return;
      const host = request.rawHeaders.find(([name]) => name.toLowerCase() === 'host')?.[1];
      const origin = `http://${host ?? '127.0.0.1'}`;
      history.add(describeExchange(request, answer, nameAnswerer(answer, names), milliseconds, origin));
    },
  });
}
