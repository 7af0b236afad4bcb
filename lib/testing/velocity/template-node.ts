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

/** Expressions as velocityjs parses them. */
export type Expression =
  | Reference
  | { readonly type: 'math'; readonly operator: string; readonly expression: readonly Expression[] }
  | { readonly type: 'string'; readonly value: string; readonly isEval?: boolean }
  | { readonly type: 'integer' | 'decimal' | 'bool'; readonly value: string }
  | { readonly type: 'map'; readonly value?: Readonly<Record<string, Expression>> }
  | {
      readonly type: 'array';
      readonly isRange?: boolean;
      readonly value: readonly (Expression | string | number)[];
    };

export interface Reference {
  readonly type: 'references';
  readonly id: string;
  readonly path?: readonly Step[];
}

export type Step =
  | { readonly type: 'property'; readonly id: string }
  | { readonly type: 'method'; readonly id: string; readonly args?: readonly Expression[] | false }
  | { readonly type: 'index'; readonly id: Expression };
