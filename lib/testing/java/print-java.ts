import { BigDecimal } from './big-decimal.js';
import { ContextMap, JavaObject, JsonList, type JavaValue } from './java-value.js';
import { printDouble } from './print-double.js';
import { writeJson } from './write-json.js';

/** A value as Java's `toString` prints it; null as inside a collection. */
export function printJava(value: JavaValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return printDouble(value);
  if (value instanceof JsonList) return writeJson(value, 'web');
  if (Array.isArray(value)) return `[${value.map(printJava).join(', ')}]`;
  if (value instanceof ContextMap) return '';
  if (value instanceof Map)
    return `{${[...value].map(([key, member]) => `${key}=${printJava(member)}`).join(', ')}}`;
  if (value instanceof JavaObject) return value.text;
  return value instanceof BigDecimal ? value.toString() : String(value);
}
