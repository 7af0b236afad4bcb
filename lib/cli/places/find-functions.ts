import type * as nodeInspector from 'node:inspector';
import { toPath } from './read-call.js';
import type { Position } from './position.js';

type Inspector = Pick<typeof nodeInspector, 'Session'>;

/**
 * Where functions stand in the code that Node runs, before source maps. The debugger of this process knows it, in any
 * order of imports.
 */
export async function findFunctions(functions: readonly object[]): Promise<ReadonlyMap<object, Position>> {
  const found = new Map<object, Position>();
  if (functions.length === 0) return found;
  // A build of Node may have no inspector.
  const inspector = await import('node:inspector').catch(() => undefined);
  if (inspector) inspect(inspector, functions, found);
  return found;
}

/** A name that the debugger can read. */
const HELD = 'nestjs-aws-gateway:functions';

function inspect({ Session }: Inspector, functions: readonly object[], found: Map<object, Position>): void {
  const session = new Session();
  const scripts = new Map<string, string>();
  const world = globalThis as { [HELD]?: readonly object[] };
  world[HELD] = functions;
  session.connect();
  try {
    session.on('Debugger.scriptParsed', ({ params }) => scripts.set(params.scriptId, params.url));
    session.post('Debugger.enable');
    for (const [index, one] of functions.entries()) {
      // In the same process the answer comes before `post` returns.
      session.post('Runtime.evaluate', { expression: `globalThis['${HELD}'][${index}]` }, (_, evaluated) => {
        const objectId = evaluated?.result.objectId;
        if (objectId === undefined) return;
        session.post('Runtime.getProperties', { objectId, ownProperties: true }, (_failed, properties) => {
          const location = properties?.internalProperties?.find(
            ({ name }) => name === '[[FunctionLocation]]',
          );
          const at = location?.value?.value as Location | undefined;
          const file = at && scripts.get(at.scriptId);
          if (at && file) {
            found.set(one, { file: toPath(file), line: at.lineNumber + 1, column: at.columnNumber + 1 });
          }
        });
      });
    }
  } finally {
    session.disconnect();
    delete world[HELD];
  }
}

interface Location {
  readonly scriptId: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}
