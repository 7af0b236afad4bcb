import { hclValue } from '../format-hcl.js';
import type { FunctionReference } from './list-callers.js';

const STAGE_VARIABLE = /\$\$\{stageVariables\.(\w+)\}/g;

/**
 * The ARN of a function, as an expression.
 *
 * @param stageVariables the expression of the variables of the stage, whose names may stand in the ARN
 */
export function functionArn(
  { kind, value }: FunctionReference,
  read: (placeholder: string) => string,
  stageVariables: string,
): string {
  const written = hclValue(value, read).replace(
    STAGE_VARIABLE,
    (_, name: string) => `\${${stageVariables}["${name}"]}`,
  );
  return kind === 'arn'
    ? written
    : `regex("functions/(.+)/(?:response-streaming-)?invocations$", ${written})[0]`;
}

/** The variables of the stage in the names of functions, sorted. */
export function listStageVariables(references: readonly FunctionReference[]): readonly string[] {
  const names = references.flatMap(({ value }) =>
    value['@deploy'].flatMap((part) =>
      typeof part === 'string'
        ? [...part.matchAll(/\$\{stageVariables\.(\w+)\}/g)].map(([, name]) => name!)
        : [],
    ),
  );
  return [...new Set(names)].toSorted();
}
