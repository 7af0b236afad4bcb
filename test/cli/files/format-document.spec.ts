import { describe, expect, it } from '@jest/globals';
import { formatDocument } from '../../../lib/cli/files/format-document.js';

describe('formatDocument', () => {
  it('writes JSON with two spaces and a final newline', async () => {
    expect(await formatDocument({ a: [1, 'ü'] }, 'api.json')).toBe('{\n  "a": [\n    1,\n    "ü"\n  ]\n}\n');
    expect(await formatDocument({}, '-')).toBe('{}\n');
    expect(await formatDocument({}, 'yaml')).toBe('{}\n');
  });

  it.each(['api.yaml', 'api.yml', 'API.YML'])('writes YAML to %s', async (target) => {
    expect(await formatDocument({ a: [1, 'x'] }, target)).toBe('a:\n  - 1\n  - x\n');
  });

  it('folds no line, repeats instead of referring, and quotes what a template may fill', async () => {
    const long = 'word '.repeat(60).trim();
    const shared = { description: long };
    expect(
      await formatDocument(
        { a: shared, b: shared, uri: 'arn:${name}', text: 'one\ntwo', cost: '$${x}\n%%{y}' },
        'a.yml',
      ),
    ).toBe(
      [
        'a:',
        `  description: ${long}`,
        'b:',
        `  description: ${long}`,
        'uri: "arn:${name}"',
        'text: |-',
        '  one',
        '  two',
        'cost: "$${x}\\n%%{y}"',
        '',
      ].join('\n'),
    );
  });
});
