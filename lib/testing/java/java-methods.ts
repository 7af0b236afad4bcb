import { javaEquals } from './java-equals.js';
import { LIST_METHODS, MAP_METHODS } from './collection-methods.js';
import { JavaObject, type JavaValue } from './java-value.js';
import { numberMethods } from './number-methods.js';
import { printJava } from './print-java.js';
import { STRING_METHODS, type MethodOf } from './string-methods.js';

/**
 * Calls a Java method. One that the value's class has not is null, as in Velocity; one that Java has and this reader
 * does not know is an error, because a wrong answer would mislead a test.
 */
export function callMethod(value: JavaValue, name: string, args: readonly JavaValue[]): JavaValue {
  if (value === null) return null;
  if (typeof value === 'string') return callOf(STRING_METHODS, OTHER_STRING_METHODS, value, name, args);
  if (value instanceof Map) return callOf(MAP_METHODS, OTHER_COLLECTION_METHODS, value, name, args);
  if (Array.isArray(value))
    return callOf(LIST_METHODS, OTHER_COLLECTION_METHODS, value as JavaValue[], name, args);
  const methods = value instanceof JavaObject ? value.methods : numberMethods(value as bigint | number);
  return Object.hasOwn(methods, name) ? methods[name]!(...args) : callOnAny(value, name, args);
}

function callOf<Value extends JavaValue>(
  methods: Readonly<Record<string, MethodOf<Value>>>,
  others: readonly string[],
  value: Value,
  name: string,
  args: readonly JavaValue[],
): JavaValue {
  if (Object.hasOwn(methods, name)) return methods[name]!(value, ...args);
  if (others.includes(name) && name !== 'toString' && name !== 'equals')
    throw new Error(`the tester does not run the Java method ${name}()`);
  return callOnAny(value, name, args);
}

/** Methods of every class. */
function callOnAny(value: JavaValue, name: string, args: readonly JavaValue[]): JavaValue {
  if (name === 'toString' && args.length === 0) return printJava(value);
  if (name === 'equals') return javaEquals(value, args[0] ?? null);
  return null;
}

/** `$value.name`: a member of a map, or what a getter answers. */
export function readProperty(value: JavaValue, name: string): JavaValue {
  if (value instanceof Map) return value.get(name) ?? null;
  if (value instanceof JavaObject)
    return Object.hasOwn(value.properties, name) ? value.properties[name]! : null;
  return name === 'empty' ? callMethod(value, 'isEmpty', []) : null;
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
