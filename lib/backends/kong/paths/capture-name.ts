/** A path variable as a capture group of Kong's regular expressions can be named. */
export function captureName(name: string): string {
  const word = name.replace(/\W/g, '_');
  return /^\d/.test(word) ? `_${word}` : word;
}
