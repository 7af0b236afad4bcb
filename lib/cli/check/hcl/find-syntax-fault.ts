import type { Node } from 'web-tree-sitter';

export interface SyntaxFault {
  readonly line: number;
  readonly column: number;
  readonly words: string;
}

/** What the grammar has other names for. */
const MISSING: Readonly<Record<string, string>> = {
  identifier: 'an expression',
  heredoc_identifier: 'the end of a heredoc',
  quoted_template_end: '`"`',
  template_interpolation_end: '`}` of `${`',
  template_directive_end: '`}` of `%{`',
};

/** The first place that is not HCL. Absent: all of it is. */
export function findSyntaxFault(root: Node, text: string): SyntaxFault | undefined {
  if (!root.hasError) return undefined;
  const faults = listFaults(root);
  const found = faults.find(({ isMissing }) => isMissing) ?? faults.at(-1) ?? root;
  const { row, column } = found.startPosition;
  const line = (text.split('\n')[row] ?? '').trim();
  const words = found.isMissing
    ? `${MISSING[found.type] ?? `\`${found.type}\``} is missing`
    : `\`${line.length > 60 ? `${line.slice(0, 60)}…` : line}\` is not expected here`;
  return { line: row + 1, column: column + 1, words };
}

/** The innermost, in the order of the file. */
function listFaults(node: Node): readonly Node[] {
  if (node.isMissing) return [node];
  const inner = node.children.filter(({ hasError, isError }) => hasError || isError).flatMap(listFaults);
  return inner.length > 0 ? inner : node.isError ? [node] : [];
}
