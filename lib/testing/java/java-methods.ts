import { javaEquals } from './java-equals.js';
import { listMethods, mapMethods } from './collection-methods.js';
import { JavaObject, type JavaMethod, type JavaValue } from './java-value.js';
import { numberMethods } from './number-methods.js';
import { printJava } from './print-java.js';
import { stringMethods } from './string-methods.js';

type Methods = Readonly<Record<string, JavaMethod>>;

/**
 * Calls a Java method. One that the value's class has not is null, as in Velocity; one that Java has and this reader
 * does not know is an error, because a wrong answer would mislead a test.
 */
export function callMethod(value: JavaValue, name: string, args: readonly JavaValue[]): JavaValue {
  if (value === null) return null;
  const [methods, others] = methodsOf(value);
  if (Object.hasOwn(methods, name)) return methods[name]!(...args);
  if (name === 'toString' && args.length === 0) return printJava(value);
  if (name === 'equals') return javaEquals(value, args[0] ?? null);
  if (others.includes(name)) throw new Error(`the tester does not run the Java method ${name}()`);
  return null;
}

/** `$value.name`: a member of a map, or what a getter answers. */
export function readProperty(value: JavaValue, name: string): JavaValue {
  if (value instanceof Map) return value.get(name) ?? null;
  if (value instanceof JavaObject) return value.properties[name] ?? null;
  return name === 'empty' ? callMethod(value, 'isEmpty', []) : null;
}

function methodsOf(value: Exclude<JavaValue, null>): readonly [Methods, readonly string[]] {
  if (typeof value === 'string') return [stringMethods(value), OTHER_STRING_METHODS];
  if (value instanceof JavaObject) return [value.methods, []];
  if (value instanceof Map) return [mapMethods(value), OTHER_COLLECTION_METHODS];
  if (Array.isArray(value)) return [listMethods(value as JavaValue[]), OTHER_COLLECTION_METHODS];
  return [numberMethods(value as bigint | number), []];
}

const OTHER_STRING_METHODS = words(
  'bytes chars codePointAt codePoints compareToIgnoreCase contentEquals format formatted getBytes getChars hashCode',
  'indent join lines regionMatches stripIndent stripLeading stripTrailing toCharArray transform valueOf',
);

const OTHER_COLLECTION_METHODS = words(
  'compute computeIfAbsent containsAll forEach hashCode iterator listIterator merge putIfAbsent removeAll replace',
  'replaceAll retainAll sort stream toArray',
);

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}
