import type { LoggerService } from '@nestjs/common';

/** Writes warnings and errors of NestJS, one line each, without its information. */
export function createStderrLogger(write: (text: string) => void): LoggerService {
  const print = (message: unknown, ...rest: readonly unknown[]): void => {
    const context = rest.at(-1);
    // NestJS logs an error with its stack before it throws it.
    if (context === 'ExceptionHandler') return;
    if (context === 'NestApplicationContext' && PREVIEW_BANNER.test(String(message))) return;
    const text = message instanceof Error ? message.message : String(message);
    write(typeof context === 'string' ? `[${context}] ${text}\n` : `${text}\n`);
  };
  return { log: ignore, debug: ignore, verbose: ignore, warn: print, error: print, fatal: print };
}

/** NestJS warns that providers are not built, which `apigen` intends. */
const PREVIEW_BANNER = /PREVIEW mode|^-+$|will not be instantiated/;

function ignore(): void {}
