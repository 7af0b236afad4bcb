import { calculate, compare, isNumber } from '../java/java-arithmetic.js';
import { JavaException } from '../java/java-exception.js';
import { javaEquals } from '../java/java-equals.js';
import { callMethod, readProperty } from '../java/java-methods.js';
import { JavaObject, type JavaMap, type JavaValue } from '../java/java-value.js';
import { printJava } from '../java/print-java.js';
import type { Expression, Reference, Step } from './template-node.js';

export interface Scope {
  readonly variables: Map<string, JavaValue>;
  /** Runs a template in this scope, as a double-quoted string is one. */
  readonly print: (template: string) => string;
}

export function evaluate(node: Expression, scope: Scope): JavaValue {
  switch (node.kind) {
    case 'reference':
      return readReference(node, scope);
    case 'string':
      return node.isTemplate ? scope.print(node.text) : node.text;
    case 'number':
    case 'boolean':
      return node.value;
    case 'list':
      return node.items.map((item) => evaluate(item, scope));
    case 'range':
      return listRange(evaluate(node.from, scope), evaluate(node.to, scope));
    case 'map':
      return new Map(
        node.entries.map(([key, value]) => [printJava(evaluate(key, scope)), evaluate(value, scope)]),
      );
    case 'not':
      return !isTrue(node.operand, scope);
    case 'binary':
      return evaluateBinary(node, scope);
  }
}

/** A condition: a reference is true unless it is null or false; a literal by itself is not. */
export function isTrue(node: Expression, scope: Scope): boolean {
  if (node.kind === 'reference') {
    const value = readReference(node, scope);
    return value !== null && value !== false;
  }
  return ['boolean', 'not', 'binary'].includes(node.kind) && evaluate(node, scope) === true;
}

export function readReference({ name, path }: Omit<Reference, 'kind'>, scope: Scope): JavaValue {
  const start = scope.variables.get(name) ?? null;
  return path.reduce((value, step) => readStep(value, step, scope), start);
}

function readStep(value: JavaValue, step: Step, scope: Scope): JavaValue {
  switch (step.kind) {
    case 'property':
      return readProperty(value, step.name);
    case 'method':
      return callMethod(
        value,
        step.name,
        step.args.map((arg) => evaluate(arg, scope)),
      );
    case 'index':
      return readIndex(value, evaluate(step.index, scope));
  }
}

function readIndex(value: JavaValue, index: JavaValue): JavaValue {
  if (value === null || typeof index !== 'bigint' || index >= 0n) return callMethod(value, 'get', [index]);
  // Below zero it counts from the end.
  const size = callMethod(value, 'size', []);
  if (typeof size !== 'bigint')
    throw new JavaException(`an index below zero of a value without size(): ${index}`);
  return callMethod(value, 'get', [index + size]);
}

/** Nothing is not set: the variable, or the member, stays as it is. */
export function assign({ name, path }: Reference, value: JavaValue, scope: Scope): void {
  if (value === null) return;
  const last = path.at(-1);
  if (!last) {
    scope.variables.set(name, value);
    return;
  }
  const owner = readReference({ name, path: path.slice(0, -1) }, scope);
  if (last.kind === 'method' || owner === null || owner instanceof JavaObject) return;
  const key = last.kind === 'property' ? last.name : evaluate(last.index, scope);
  if (owner instanceof Map) (owner as JavaMap).set(printJava(key), value);
  else if (Array.isArray(owner)) callMethod(owner, 'set', [key, value]);
}

/** Entries of a range whose end a caller chose. */
const MAX_LENGTH = 1_000_000;

function listRange(from: JavaValue, to: JavaValue): JavaValue {
  if (typeof from !== 'bigint' || typeof to !== 'bigint') return null;
  const step = from <= to ? 1n : -1n;
  const length = Number((to - from) * step) + 1;
  if (length > MAX_LENGTH) throw new JavaException(`OutOfMemoryError: a range of ${length}`);
  return Array.from({ length }, (_, index) => from + BigInt(index) * step);
}

function evaluateBinary(
  { operator, left, right }: Extract<Expression, { readonly kind: 'binary' }>,
  scope: Scope,
): JavaValue {
  switch (operator) {
    case '&&':
      return isTrue(left, scope) && isTrue(right, scope);
    case '||':
      return isTrue(left, scope) || isTrue(right, scope);
    case '==':
      return areEqual(evaluate(left, scope), evaluate(right, scope));
    case '!=':
      return !areEqual(evaluate(left, scope), evaluate(right, scope));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return isOrdered(operator, compare(evaluate(left, scope), evaluate(right, scope)));
    default:
      return calculate(operator, evaluate(left, scope), evaluate(right, scope));
  }
}

/**
 * Numbers by value, others of one class by their content, and of two classes by what they print. What is missing equals
 * an empty string, unlike in Velocity.
 */
function areEqual(left: JavaValue, right: JavaValue): boolean {
  if ((left ?? '') === '' && (right ?? '') === '') return true;
  if (left === null || right === null) return left === right;
  if (isNumber(left) && isNumber(right)) return compare(left, right) === 0;
  return typeof left === typeof right ? javaEquals(left, right) : printJava(left) === printJava(right);
}

function isOrdered(operator: '<' | '<=' | '>' | '>=', order: number | undefined): boolean {
  if (order === undefined) return false;
  if (order === 0) return operator === '<=' || operator === '>=';
  return order < 0 === operator.startsWith('<');
}
