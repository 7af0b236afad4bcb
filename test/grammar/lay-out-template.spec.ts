import { describe, expect, it } from '@jest/globals';
import { layOutTemplate } from '../../lib/grammar/lay-out-template.js';

const TEMPLATE =
  '#set($id = $input.params(\'id\'))#if($id != ""){"a":"$util.escapeJavaScript($id).replaceAll("\\\\\'", "\'")","b":[#foreach($x in $xs){"c":"x, {y}",#set($c = 1)"d":$x}#if($foreach.hasNext),#end#end]#if($e != ""),"e":"SET #if($f)f, #end"#end}#{else}{}#end';

const INDENTED = `#set($id = $input.params('id'))
#if($id != "")
  {
    "a":"$util.escapeJavaScript($id).replaceAll("\\\\'", "'")",
    "b":[
      #foreach($x in $xs)
        {
          "c":"x, {y}",
          #set($c = 1)
          "d":$x
        }#if($foreach.hasNext),#end
      #end
    ]
    #if($e != "")
      ,"e":"SET #if($f)f, #end"
    #end
  }
#{else}
  {}
#end`;

const COMPACT = `#set($id = $input.params('id'))
#if($id != "")
{"a":"$util.escapeJavaScript($id).replaceAll("\\\\'", "'")","b":[#foreach($x in $xs)
{"c":"x, {y}",#set($c = 1)
"d":$x}#if($foreach.hasNext),#end#end
]#if($e != "")
,"e":"SET #if($f)f, #end"#end
}#{else}
{}#end`;

describe('layOutTemplate', () => {
  it('indents what may print blanks', () => {
    expect(layOutTemplate(TEMPLATE, true)).toBe(INDENTED);
    expect(layOutTemplate(INDENTED, true)).toBe(INDENTED);
    expect(layOutTemplate(COMPACT, true)).toBe(INDENTED);
  });

  it('ends other lines behind directives, where nothing is printed for them', () => {
    expect(layOutTemplate(TEMPLATE, false)).toBe(COMPACT);
    expect(layOutTemplate(COMPACT, false)).toBe(COMPACT);
  });

  it('keeps short objects, and those of one member, on their lines', () => {
    const one = `{"key":{"pk":{"S":"${'x'.repeat(90)}"}}}`;
    expect(layOutTemplate(one, true)).toBe(one);
    expect(layOutTemplate('{"a":1,"b":[2,3]}', true)).toBe('{"a":1,"b":[2,3]}');
    expect(layOutTemplate(`{"a":"${'x'.repeat(90)}","b":2}`, true)).toBe(
      `{\n  "a":"${'x'.repeat(90)}",\n  "b":2\n}`,
    );
  });

  it('takes a reference for JSON where it prints nothing', () => {
    const either = '#if($a == 1)$input.path("$.output")#else{"b":1}#end';
    expect(layOutTemplate(either, true)).toBe(either);
    expect(layOutTemplate(either, false)).toBe('#if($a == 1)\n$input.path("$.output")#else\n{"b":1}#end');
  });

  it.each([
    '',
    '$input.body',
    '$input.json("$")',
    'Action=Publish&Message=#if($a){"b":1}#end',
    '#set($nothing = "")',
    '"text"',
    '{"open',
    '{"a":[1}',
    '{"a":"#if($b)c"#{else}d"#end}',
    '{"a":#if($b)1}#end',
    '{"a":1}#end',
    '#else{"a":1}',
    '#if(',
    '{"a":1 ## a comment\n}',
    '{"a":#stop}',
    '$a[0].b(c',
    '${name}',
  ])('leaves %j as it is', (template) => {
    expect(layOutTemplate(template, true)).toBe(template);
    expect(layOutTemplate(template, false)).toBe(template);
  });
});
