import { CheckCommand } from './check/check.command.js';
import { CompletionCommand } from './completion/completion.command.js';
import { DiffCommand } from './diff/diff.command.js';
import { ExplainCommand } from './explain/explain.command.js';
import { ServeCommand } from './serve/serve.command.js';
import { VerifyCommand } from './verify/verify.command.js';

/** The subcommands of `apigen`, in the order in which its help and the completion list them. */
export const SUBCOMMANDS = [
  ExplainCommand,
  ServeCommand,
  DiffCommand,
  CheckCommand,
  CompletionCommand,
  VerifyCommand,
];
