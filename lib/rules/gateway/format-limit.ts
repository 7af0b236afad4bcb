import type { Limit } from './limit.js';

/** `301`, or `12.3 KB`. */
export function formatAmount(amount: number, unit: Limit['unit']): string {
  if (unit !== 'bytes') return String(amount);
  const [size, name] = amount < MB ? [amount / KB, 'KB'] : [amount / MB, 'MB'];
  // Upwards, here and below: what is over its limit never looks as if it were not.
  return `${Math.ceil(size * 10) / 10} ${name}`;
}

/** `81 %` */
export function formatShare(used: number, of: number): string {
  return `${Math.ceil((100 * used) / of)} %`;
}

const KB = 1024;
const MB = KB * KB;
