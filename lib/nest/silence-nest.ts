import { Logger, type LoggerService } from '@nestjs/common';

/** Runs what Nest would log about again, and keeps Nest silent meanwhile. */
export function silenceNest<Result>(action: () => Result): Result {
  // Nest has a way to replace its logger and none to read it.
  const holder = Logger as unknown as { staticInstanceRef?: LoggerService | undefined };
  const logger = holder.staticInstanceRef;
  holder.staticInstanceRef = undefined;
  try {
    return action();
  } finally {
    holder.staticInstanceRef = logger;
  }
}
