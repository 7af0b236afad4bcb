import { describe, expect, it } from '@jest/globals';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { formatAnnotations } from '../../lib/diagnostics/format-annotations.js';

const make = (index: number, code: string, message: string): Diagnostic => ({
  code,
  severity: 'error',
  at: { controller: 'A', handler: `h${index}`, file: 'src/a.ts', line: index + 1, column: 3 },
  message,
  fix: 'Mend it.',
  docs: 'page',
});
const list = (count: number, codeOf: (index: number) => string, messageOf: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index, codeOf(index), messageOf(index)));

/** Annotations as GitHub's runner reads them. */
const parse = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, command, properties, message] = /^::(\w+) (.*?)::(.*)$/.exec(line)!;
      return {
        command,
        ...Object.fromEntries(properties!.split(',').map((pair) => pair.split('='))),
        message: message!.replaceAll('%0A', '\n'),
      } as Readonly<Record<string, string>>;
    });

describe('annotations', () => {
  it('stand at their line and column', () => {
    expect(parse(formatAnnotations([make(4, 'code', 'found')]))).toEqual([
      {
        command: 'error',
        file: 'src/a.ts',
        line: '5',
        col: '3',
        title: 'code',
        message: 'A.h4: found\nMend it.\nSee page',
      },
    ]);
  });

  it('are one each while GitHub shows them all', () => {
    const text = formatAnnotations(
      list(
        10,
        () => 'code',
        () => 'found',
      ),
    );
    expect(parse(text)).toHaveLength(10);
  });

  it('are one for what says the same, when there are more', () => {
    const [one, other, ...rest] = parse(
      formatAnnotations([
        ...list(
          11,
          () => 'code',
          () => 'found',
        ),
        make(0, 'code', 'other'),
      ]),
    );
    expect(rest).toEqual([]);
    expect(one!['message']).toBe(
      'A.h0: found\n11 places: A (11): h0, h1, h2, h3, h4 and 6 more\nMend it.\nSee page',
    );
    expect(other!['message']).toBe('A.h0: other\nMend it.\nSee page');
  });

  it('are one for each code, when there are more messages', () => {
    const found = parse(
      formatAnnotations(
        list(
          40,
          (index) => `code-${index % 4}`,
          (index) => `value ${index}`,
        ),
      ),
    );
    expect(found.map(({ title }) => title)).toEqual(['code-0', 'code-1', 'code-2', 'code-3']);
    expect(found[0]!['message']).toContain('Other places have other values: run `apigen --verbose`.');
  });

  it('are never more than ten of a severity', () => {
    const found = parse(
      formatAnnotations(
        list(
          40,
          (index) => `code-${index % 20}`,
          (index) => `value ${index}`,
        ),
      ),
    );
    expect(found).toHaveLength(10);
    expect(found[9]!['message']).toContain('code-9 (2), code-10 (2)');
  });
});
