import type { LoggerService } from '@nestjs/common';

/** Nest's warnings and errors, one line each; what Nest merely tells is left out. */
export function createStderrLogger(write: (text: string) => void): LoggerService {
  const print = (message: unknown, ...rest: readonly unknown[]): void => {
    const context = rest.at(-1);
    // Nest logs, with its stack, what it then throws.
    if (context === 'ExceptionHandler') return;
    if (context === 'NestApplicationContext' && PREVIEW_BANNER.test(String(message))) return;
    const text = message instanceof Error ? message.message : String(message);
    write(typeof context === 'string' ? `[${context}] ${text}\n` : `${text}\n`);
  };
  return { log: ignore, debug: ignore, verbose: ignore, warn: print, error: print, fatal: print };
}

/** Nest warns that providers are not built, which is what `apigen` asks for. */
const PREVIEW_BANNER = /PREVIEW mode|^-+$|will not be instantiated/;

function ignore(): void {}
