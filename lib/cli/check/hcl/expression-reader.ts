import type { Node } from 'web-tree-sitter';
import type { Expression, HclPlace } from './expression.js';

/** Reads expressions of one file. */
export interface ExpressionReader {
  /** The text of the file. */
  readonly text: string;
  read(node: Node): Expression;
  placeOf(node: Node): HclPlace;
}
