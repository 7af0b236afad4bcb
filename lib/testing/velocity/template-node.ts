import type { StringLiteral } from './read-string.js';

/** A parsed template. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'reference';
      readonly reference: Reference;
      /** As it is written, with the number of backslashes in front of it, which Velocity reads as escapes. */
      readonly source: string;
      readonly backslashes: number;
    }
  | { readonly kind: 'set'; readonly target: Reference; readonly value: Expression }
  | { readonly kind: 'if'; readonly branches: readonly Branch[] }
  | {
      readonly kind: 'foreach';
      readonly item: string;
      readonly list: Expression;
      readonly nodes: readonly TemplateNode[];
    }
  | { readonly kind: 'break' };

/** `#if` and `#elseif` have a condition, `#else` has none. */
export interface Branch {
  readonly condition?: Expression;
  readonly nodes: readonly TemplateNode[];
}

export type Operator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

export type Expression =
  | Reference
  | StringLiteral
  | { readonly kind: 'number'; readonly value: bigint | number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'range'; readonly from: Expression; readonly to: Expression }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | { readonly kind: 'not'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    };

export interface Reference {
  readonly kind: 'reference';
  readonly name: string;
  readonly path: readonly Step[];
}

export type Step =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'method'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'index'; readonly index: Expression };
