/** `; 2 more routes have it`, behind the first that a message names. Empty without others. */
export function moreHaveIt(others: number, noun: string): string {
  if (others === 0) return '';
  return `; ${others} more ${others === 1 ? `${noun} has` : `${noun}s have`} it`;
}
