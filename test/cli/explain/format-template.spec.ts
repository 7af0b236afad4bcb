import { describe, expect, it } from '@jest/globals';
import { formatTemplate } from '../../../lib/cli/explain/format-template.js';

describe('formatTemplate', () => {
  it('gives each member, and each directive, a line of its own', () => {
    const template =
      '#set($id = $input.params(\'id\'))#if($id != ""){"a":"$util.escapeJavaScript($id).replaceAll("\\\\\'", "\'")","b":[1,{"c":"x, {y}"}]}#else{}#end';
    expect(formatTemplate(template)).toBe(
      [
        "#set($id = $input.params('id'))",
        '#if($id != "")',
        '  {',
        '    "a":"$util.escapeJavaScript($id).replaceAll("\\\\\'", "\'")",',
        '    "b":[',
        '      1,',
        '      {',
        '        "c":"x, {y}"',
        '      }',
        '    ]',
        '  }',
        '#else',
        '  {',
        '  }',
        '#end',
      ].join('\n'),
    );
  });

  it.each(['', 'plain', '$input.body', 'a: $', '"open', '#if(', '$a[0].b(c', '${name}'])(
    'loses nothing of %j',
    (template) => {
      expect(formatTemplate(template)).toBe(template);
    },
  );

  it('keeps the brackets of references and directives together', () => {
    expect(formatTemplate('#foreach($k in $map.keySet())$k,${map[$k]}#end')).toBe(
      '#foreach($k in $map.keySet())\n  $k,\n  ${map[$k]}\n#end',
    );
  });
});
