/** Opening ones, and closing ones. */
type Brackets = readonly [opening: string, closing: string];

export const PARENTHESES: Brackets = ['(', ')'];
export const ALL_BRACKETS: Brackets = ['([{', ')]}'];

/** Behind the bracket that closes the one at `open`, or -1. Brackets in quotes do not count. */
export function endOfBrackets(text: string, open: number, [opening, closing]: Brackets): number {
  let depth = 0;
  let quote = '';
  for (let at = open; at < text.length; at += 1) {
    const char = text[at]!;
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (opening.includes(char)) depth += 1;
    else if (closing.includes(char) && (depth -= 1) === 0) return at + 1;
  }
  return -1;
}
