/** A place in a file; lines and columns are counted from 1. */
export interface HclPlace {
  /** As it was opened. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An expression of HCL, with its place. What no check looks into is an `operation`. */
export type Expression = { readonly at: HclPlace } & (
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** Text with values in it. */
  | { readonly kind: 'template'; readonly parts: readonly (string | Expression)[] }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
  /** `of[*]`, what follows is read of each item. */
  | { readonly kind: 'splat'; readonly of: Expression; readonly path: readonly string[] }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      /** The last argument is a list of arguments: `merge(list...)`. */
      readonly expands: boolean;
    }
  | { readonly kind: 'object'; readonly members: readonly ObjectMember[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | ForExpression
  | {
      readonly kind: 'conditional';
      readonly condition: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | { readonly kind: 'operation'; readonly operator: string; readonly operands: readonly Expression[] }
);

export interface ObjectMember {
  /** A bare word is a literal. */
  readonly key: Expression;
  readonly value: Expression;
}

export interface ForExpression {
  readonly kind: 'for';
  /** Absent: `for value in …`. */
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  /** Present: the result is an object. */
  readonly key?: Expression;
  readonly value: Expression;
  readonly condition?: Expression;
}

/** What stands between braces, or in a file. */
export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
}

export interface Attribute {
  readonly name: string;
  readonly value: Expression;
  readonly at: HclPlace;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  readonly at: HclPlace;
}
