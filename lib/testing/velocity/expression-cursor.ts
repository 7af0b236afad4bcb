import { templateError } from './template-error.js';

/** A part of a template. */
export interface Span {
  readonly template: string;
  readonly begin: number;
  readonly end: number;
}

/** A place that moves through a part of a template. */
export class ExpressionCursor {
  private readonly source: string;
  private at: number;

  constructor(private readonly span: Span) {
    // What stands behind the part must not be read with it.
    this.source = span.template.slice(0, span.end);
    this.at = span.begin;
  }

  /** Moves behind `pattern`, which is sticky, and returns what it matched. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source) ?? undefined;
    this.at += found?.[0].length ?? 0;
    return found;
  }

  sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.source);
  }

  skipBlanks(): void {
    this.take(/\s*/y);
  }

  /** Moves behind `text`, with the blanks around it. */
  expect(text: string): void {
    if (!this.takeMark(text)) throw this.error(`\`${text}\` is missing`);
  }

  takeMark(text: string): boolean {
    this.skipBlanks();
    const found = this.source.startsWith(text, this.at);
    if (found) {
      this.at += text.length;
      this.skipBlanks();
    }
    return found;
  }

  expectEnd(): void {
    this.skipBlanks();
    if (this.at < this.source.length) throw this.error('an operator or the end of the expression is missing');
  }

  error(problem: string): SyntaxError {
    return templateError(this.span.template, this.at, problem);
  }
}
