import type { JavaValue } from './java-value.js';
import { printJava } from './print-java.js';

/** Java's `equals`: of one class, with the same content. */
export function javaEquals(left: JavaValue, right: JavaValue): boolean {
  if (typeof left !== typeof right || left === null || right === null) return left === right;
  return typeof left === 'object' ? printJava(left) === printJava(right) : left === right;
}
