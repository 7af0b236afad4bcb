import { writeForJava } from './write-for-java.js';

/**
 * A pattern that means for API Gateway what it means for the application. One with flags, one that JavaScript itself
 * cannot read, and one that Java would read otherwise could refuse what the application accepts.
 */
export function readPattern(pattern: unknown): string | undefined {
  if (typeof pattern !== 'string') return undefined;
  const literal = /^\/(.*)\/([a-z]*)$/s.exec(pattern);
  if (literal?.[2]) return undefined;
  const source = literal ? literal[1]! : pattern;
  try {
    void new RegExp(source);
    return writeForJava(source);
  } catch {
    return undefined;
  }
}
