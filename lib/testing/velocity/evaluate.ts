import { calculate, compare, isNumber } from '../java/java-arithmetic.js';
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
  switch (node.type) {
    case 'references':
      return readReference(node, scope);
    case 'string':
      return node.isEval && /[$#]/.test(node.value) ? scope.print(node.value) : node.value;
    case 'integer':
      return BigInt(node.value);
    case 'decimal':
      return Number(node.value);
    case 'bool':
      return node.value === 'null' ? null : node.value === 'true';
    case 'map':
      return new Map(Object.entries(node.value ?? {}).map(([key, value]) => [key, evaluate(value, scope)]));
    case 'array':
      return evaluateList(node, scope);
    case 'math':
      return evaluateMath(node.operator, node.expression, scope);
  }
}

/** A condition: a reference is true unless it is null or false; a literal by itself is not. */
export function isTrue(node: Expression, scope: Scope): boolean {
  if (node.type === 'references') {
    const value = readReference(node, scope);
    return value !== null && value !== false;
  }
  return (node.type === 'math' || node.type === 'bool') && evaluate(node, scope) === true;
}

export function readReference(node: Reference, scope: Scope): JavaValue {
  const start = scope.variables.get(node.id) ?? null;
  return (node.path ?? []).reduce((value, step) => readStep(value, step, scope), start);
}

function readStep(value: JavaValue, step: Step, scope: Scope): JavaValue {
  switch (step.type) {
    case 'property':
      return readProperty(value, step.id);
    case 'method':
      return callMethod(
        value,
        step.id,
        (step.args || []).map((arg) => evaluate(arg, scope)),
      );
    case 'index':
      return readIndex(value, evaluate(step.id, scope));
  }
}

function readIndex(value: JavaValue, index: JavaValue): JavaValue {
  // Below zero it counts from the end.
  const fromEnd = Array.isArray(value) && typeof index === 'bigint' && index < 0n;
  return callMethod(value, 'get', [fromEnd ? index + BigInt(value.length) : index]);
}

/** Nothing is not set: the variable, or the member, stays as it is. */
export function assign({ id, path = [] }: Reference, value: JavaValue, scope: Scope): void {
  if (value === null) return;
  const last = path.at(-1);
  if (!last) {
    scope.variables.set(id, value);
    return;
  }
  const owner = readReference({ type: 'references', id, path: path.slice(0, -1) }, scope);
  if (last.type === 'method' || owner === null || owner instanceof JavaObject) return;
  const key = last.type === 'property' ? last.id : evaluate(last.id, scope);
  if (owner instanceof Map) (owner as JavaMap).set(printJava(key), value);
  else if (Array.isArray(owner)) callMethod(owner, 'set', [key, value]);
}

function evaluateList(node: Extract<Expression, { type: 'array' }>, scope: Scope): JavaValue {
  const items = node.value.map((item): JavaValue =>
    typeof item === 'object' ? evaluate(item, scope) : BigInt(item),
  );
  if (!node.isRange) return items;
  const [from, to] = items;
  if (typeof from !== 'bigint' || typeof to !== 'bigint') return null;
  const step = from <= to ? 1n : -1n;
  const length = Number((to - from) * step) + 1;
  return Array.from({ length }, (_, index) => from + BigInt(index) * step);
}

function evaluateMath(operator: string, operands: readonly Expression[], scope: Scope): JavaValue {
  const [first, second] = operands as [Expression, Expression];
  switch (operator) {
    case 'parenthesis':
      return evaluate(first, scope);
    case 'not':
      return !isTrue(first, scope);
    case 'minus':
      return calculate('-', 0n, evaluate(first, scope));
    case '&&':
      return isTrue(first, scope) && isTrue(second, scope);
    case '||':
      return isTrue(first, scope) || isTrue(second, scope);
    case '==':
      return areEqual(evaluate(first, scope), evaluate(second, scope));
    case '!=':
      return !areEqual(evaluate(first, scope), evaluate(second, scope));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return isOrdered(operator, compare(evaluate(first, scope), evaluate(second, scope)));
    default:
      return calculate(operator, evaluate(first, scope), evaluate(second, scope));
  }
}

/** Numbers by value, others of one class by their content, and of two classes by what they print. */
function areEqual(left: JavaValue, right: JavaValue): boolean {
  if (left === null || right === null) return left === right;
  if (isNumber(left) && isNumber(right)) return compare(left, right) === 0;
  return typeof left === typeof right ? javaEquals(left, right) : printJava(left) === printJava(right);
}

function isOrdered(operator: '<' | '<=' | '>' | '>=', order: number | undefined): boolean {
  if (order === undefined) return false;
  if (order === 0) return operator === '<=' || operator === '>=';
  return order < 0 === operator.startsWith('<');
}
