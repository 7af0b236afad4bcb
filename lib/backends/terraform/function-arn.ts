import { hclValue } from './format-hcl.js';
import type { FunctionReference } from './list-callers.js';

/** The ARN of a function, as an expression. */
export function functionArn(
  { kind, value }: FunctionReference,
  read: (placeholder: string) => string,
): string {
  const written = hclValue(value, read);
  return kind === 'arn'
    ? written
    : `regex("functions/(.+)/(?:response-streaming-)?invocations$", ${written})[0]`;
}
