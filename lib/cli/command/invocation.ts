import type { ApigenModule, ApigenOptions } from '../application/apigen-options.js';
import type { ProcessClaim } from '../process/claim-process.js';

/** One run of `apigen`: what a command works on, and how the process ends. The command sets the last two. */
export interface Invocation {
  readonly module: ApigenModule;
  readonly options: ApigenOptions;
  readonly streams: ProcessClaim;
  /** The exit code: 0 success, 1 errors or stale files. */
  code: 0 | 1;
  /** The process ends at once, whatever the application keeps open. */
  ends: boolean;
}

/** Under this token each command gets it. */
export const INVOCATION = 'nestjs-aws-gateway:invocation';
