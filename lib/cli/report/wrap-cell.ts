/** After these a line may end: `/users/{name}`, `UsersController.list`, `get_user_arn`. */
const PIECE = /[^\s/._,:]*[\s/._,:]?/g;
/** A long piece may end at these too: `Users|Controller`, `rest-|api`. */
const PART = /[A-Z]*[^A-Z-]*-*/g;

/** The lines of a cell, none longer than the width, broken between words if possible. */
export function wrapCell(cell: string, width: number): readonly string[] {
  if (cell.length <= width) return [cell];
  const tooLong = (text: string): boolean => text.trimEnd().length > width;
  const pieces = split(cell, PIECE)
    .flatMap((piece) => (tooLong(piece) ? split(piece, PART) : [piece]))
    .flatMap((part) => (tooLong(part) ? split(part, new RegExp(`.{1,${width}}`, 'gs')) : [part]));
  const lines = [''];
  for (const piece of pieces) {
    const line = lines.at(-1)!;
    if (tooLong(line + piece)) lines.push(piece);
    else lines[lines.length - 1] = line + piece;
  }
  return lines.map((line) => line.trimEnd());
}

function split(text: string, by: RegExp): readonly string[] {
  return text.match(by) ?? [];
}
