import { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import type { Look, Paint } from '../../diagnostics/paint.js';
import { plain } from '../../diagnostics/paint.js';
import type { Terminal } from '../report/terminal.js';

const FORMATS = {
  strong: 'bold',
  quiet: 'gray',
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
} as const satisfies Readonly<Record<Look, string>>;

const colourful: Paint = (look, text) => styleText(FORMATS[look], text, { validateStream: false });

/** A stream of the process, as far as this needs it. */
interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * What a stream shows: colours only on a terminal without `NO_COLOR`, or where `FORCE_COLOR` asks for them.
 *
 * @see https://nodejs.org/api/tty.html#writestreamgetcolordepthenv, which reads both variables
 */
export function readTerminal({ isTTY = false, columns }: Output, env: NodeJS.ProcessEnv): Terminal {
  const asked = isTTY || env['FORCE_COLOR'] !== undefined;
  return {
    paint: asked && WriteStream.prototype.getColorDepth(env) > 1 ? colourful : plain,
    ...(isTTY && columns ? { width: columns } : {}),
  };
}
