import type { TemplateInput } from '../../lib/testing/template/render-template.js';

/** A template whose text is known, where an engine that is not Java's easily prints another. */
export interface VelocityCase extends TemplateInput {
  readonly what: string;
  readonly template: string;
  readonly prints: string;
}

const body = JSON.stringify({
  name: `O'Brien`,
  empty: '',
  nothing: null,
  list: ['a', 'b'],
  map: { k: 'v w', n: [1, 'a/b'] },
  n: 7,
});
const set = "#set($b = $input.path('$'))";

export const VELOCITY_CASES: readonly VelocityCase[] = [
  { what: 'an undefined reference prints nothing', template: '<$missing>', prints: '<>' },
  { what: 'an undefined member prints nothing', body, template: `${set}<$b.missing.more>`, prints: '<>' },
  { what: 'null prints nothing', body, template: `${set}<$b.nothing>`, prints: '<>' },
  {
    what: 'a method that a class has not prints nothing',
    body,
    template: `${set}<$b.name.size()>`,
    prints: '<>',
  },
  {
    what: 'replaceAll takes a regular expression',
    body,
    template: `${set}$util.escapeJavaScript($b.name).replaceAll("\\\\'","'")`,
    prints: `O'Brien`,
  },
  {
    what: 'replaceAll takes groups',
    template: `#set($a = "a1b2")$a.replaceAll('([a-z])(\\d)', '$2$1')`,
    prints: '1a2b',
  },
  {
    what: 'replace takes every place, literally',
    template: `#set($a = "a.b.c")$a.replace('.', '$&')`,
    prints: 'a$&b$&c',
  },
  { what: 'matches takes the whole text', template: `#set($a = "x12")$a.matches('[0-9]+')`, prints: 'false' },
  { what: 'split leaves empty ends out', template: `#set($a = "a,b,,")$a.split(',').size()`, prints: '2' },
  { what: 'equalsIgnoreCase', template: `#set($a = "X-A")$a.equalsIgnoreCase('x-a')`, prints: 'true' },
  { what: 'contains', template: `#set($a = "x12")$a.contains('12')`, prints: 'true' },
  { what: 'length() of a string', template: `#set($a = "abc")$a.length()`, prints: '3' },
  {
    what: 'get, containsKey and size of a map',
    body,
    template: `${set}$b.map.get('k') $b.map.containsKey('k') $b.map.size()`,
    prints: 'v w true 2',
  },
  {
    what: 'a map runs by its values',
    body,
    template: `${set}#foreach($v in $b.map)<$v>#end`,
    prints: '<v w><[1,"a\\/b"]>',
  },
  {
    what: 'size, get and isEmpty of a list',
    body,
    template: `${set}$b.list.size() $b.list.get(1) $b.list.isEmpty()`,
    prints: '2 b false',
  },
  {
    what: 'a map prints in the form of Java',
    body,
    template: `${set}$b.map`,
    prints: '{k=v w, n=[1,"a\\/b"]}',
  },
  { what: 'a list of JSON prints as JSON', body, template: `${set}$b.list`, prints: '["a","b"]' },
  { what: 'integers divide to an integer', template: '#set($a = 7 / 2)$a', prints: '3' },
  { what: 'a negative integer divides towards zero', template: '#set($a = -7 / 2)$a', prints: '-3' },
  { what: 'nothing is set by a division by zero', template: '#set($a = 1)#set($a = 7 / 0)$a', prints: '1' },
  {
    what: 'whole numbers keep every digit',
    body: '{"n":12345678901234567890}',
    template: `$input.path('$.n')`,
    prints: '12345678901234567890',
  },
  { what: 'a double prints its point', body: '{"n":1.0}', template: `$input.path('$.n')`, prints: '1.0' },
  {
    what: 'a large double prints its exponent',
    body: '{"n":1e10}',
    template: `$input.path('$.n')`,
    prints: '1.0E10',
  },
  {
    what: 'a small double prints its exponent',
    body: '{"n":0.00012}',
    template: `$input.path('$.n')`,
    prints: '1.2E-4',
  },
  {
    what: 'a long decimal keeps every digit',
    body: '{"n":0.1234567890123456789012}',
    template: `$input.path('$.n')`,
    prints: '0.1234567890123456789012',
  },
  {
    what: '#set with nothing leaves the variable',
    template: '#set($a = 1)#set($a = $missing)$a',
    prints: '1',
  },
  {
    what: '#set with nothing leaves the member',
    body,
    template: `${set}#set($b.name = $missing)$b.name`,
    prints: `O'Brien`,
  },
  { what: 'an empty string is true', template: '#set($a = "")#if($a)yes#else no#end', prints: 'yes' },
  { what: 'zero is true', template: '#set($a = 0)#if($a)yes#else no#end', prints: 'yes' },
  { what: 'a number does not equal nothing', template: '#if(0 == "")yes#else no#end', prints: ' no' },
  { what: 'a boolean equals what it prints', template: '#if(true == "true")yes#else no#end', prints: 'yes' },
  {
    what: 'lists are equal by content',
    template: '#set($a = ["x"])#set($b = ["x"])#if($a == $b)yes#else no#end',
    prints: 'yes',
  },
  { what: 'a string does not compare with a number', template: '#if("2" > 1)yes#else no#end', prints: ' no' },
  {
    what: 'a loop over null items prints nothing for them',
    body: '[null,1]',
    template: `#foreach($i in $input.path('$'))<$i>#end`,
    prints: '<><1>',
  },
  {
    what: 'a member of a map beside its methods',
    body: '{"size":"s","get":"g"}',
    template: `${set}$b.size $b.get $b.size()`,
    prints: 's g 2',
  },
  {
    what: 'a quote in a string is doubled',
    template: `#set($a = "a""b")$a#set($b = 'it''s')$b`,
    prints: `a"bit's`,
  },
  { what: 'a string reads \\u0041', template: '#set($a = "\\u0041")$a', prints: 'A' },
  { what: 'two backslashes before a reference are one', template: '#set($a = 1)\\\\\\\\$a', prints: '\\\\1' },
  { what: 'blanks alone before #set go', template: '#set($a = 1)$a #set($b = 2)$b', prints: '12' },
];

/** Templates on which the tester and Apache Velocity must agree. */
export const VELOCITY_LANGUAGE: readonly (TemplateInput & { readonly template: string })[] = [
  {
    template:
      "$input.json('$.no')|$input.json('$.none')|$input.path('$.no')|$input.json('$.l[1]')|$input.json('$.l[5]')|$input.json('$')",
    body: '{"no":null,"l":[1,null]}',
  },
  {
    template:
      '#if(1 lt 2 and not false)a#end#if(2 ge 2 or 1 gt 3)b#end#if(1 le 1)c#end#if(1 ne 2)d#end#if(1 eq 1.0)e#end',
  },
  { template: '#if(1 < 2 and !$x)a#end#if(not ($x and $y))b#end#if($x or true)c#end' },
  { template: '#if(1 lt 2 and not false)yes#end' },
  { template: "#set($a = '\\')$a" },
  { template: '#set($a = 1)$!{a}(b){c}[d].e' },
  { template: `#set($a = "abc")$a.substring(1, 2)` },
  {
    body,
    template: `${set}#foreach($k in $b.map.keySet())$k#if($foreach.hasNext),#end#end`,
  },
  {
    template: `#set($a = ["x", 1])$a`,
  },
  {
    body,
    template: `${set}#set($a = "<$!{b.get('map').get('k')}>")$a`,
  },
  {
    body: '{"a":"$b"}',
    template: `#set($b = "no")#set($a = "$!{input.path('$.a')}")$a`,
  },
  {
    template: '#set($i = "x")#foreach($i in [1..2])$i#end$i',
  },
  {
    template: '#foreach($i in [1..2])#set($last = $i)#end$last',
  },
  {
    template: '#foreach($i in [1..2])#foreach($j in [1..3])$i$j#break#end,#end',
  },
  { template: 'plain \\ text "x" \'y\' 100% {a} [b] €😀' },
  { template: '$ $5.00 a$ # #1 #foo $-x' },
  { template: 'a\n  #set($b = 1)\n  #if(true)\n x\n  #end\n b\n#foreach($i in [1..2])\n $i\n#end\nend' },
  { template: 'a ## comment\nb #* block\n *# c' },
  { template: '#if(false)a#elseif(true)b#{else}c#{end}d' },
  { template: '#if((true && false) || !false)a#end#if(!$missing)b#end#if($a == $b)c#end#if($a != $b)d#end' },
  { template: '#if("")a#end#if("x")b#end#if(1)c#end' },
  { template: '#set($a = 2 + 3 * 4 - 1)#set($b = (2 + 3) * 4)#set($c = 7 % 4)$a $b $c #set($d = "x" + 1)$d' },
  {
    template:
      '#set($a = 1.5 + 1)$a #set($b = 3.0 / 2)$b #set($c = 2147483647 + 1)$c #set($e = 9223372036854775807 + 1)$e',
  },
  { template: '#if(1 == 1.0)a#end#if(1 < 2)b#end#if(2 >= 2.0)c#end#if("a" == "a")d#end#if(1 == "1")e#end' },
  {
    template:
      '#set($m = {"a": 1, "b": {"c": "d"}})$m.a $m.b.c $m.get("b").c $m["a"] #set($m.x = 5)$m.x #set($m["y"] = 6)$m.y $m',
  },
  { template: '#set($l = [1, "b", [2]])$l[0] $l.get(1) $l[-1] #set($z = $l.add("n"))$l.size() $l' },
  {
    template:
      '#set($m = {})#set($z = $m.put("k", "v"))$m.put("k", "w") $m.entrySet() #foreach($e in $m.entrySet())$e.key=$e.value#end',
  },
  {
    template:
      '#foreach($i in ["a","b","c"])$foreach.index $foreach.count $foreach.hasNext $foreach.first $foreach.last $velocityCount;#end',
  },
  {
    template:
      '#set($s = " aBc ")$s.trim()|$s.toUpperCase()|$s.toLowerCase()|$s.indexOf("B")|$s.lastIndexOf("x")|$s.isEmpty()|$s.charAt(1)|$s.concat("d")',
  },
  {
    template:
      '#set($s = "a1b22")$s.replaceFirst("[0-9]+", "#")|$s.startsWith("a")|$s.endsWith("22")|$s.substring(2)|$s.compareTo("a1b22")',
  },
  { template: `#set($d = '$')\${d}x $!{d}y$d.z` },
  { template: '#set($Integer = 0)#set($n = $Integer.parseInt("41") + 1)$n' },
  {
    template: '${util.urlEncode("a}b")}.length() $!{util.urlEncode("$!{context.requestId}}")}[0]',
    context: { requestId: 'id' },
  },
  {
    template:
      '$context.requestTimeEpoch #set($e = $context.requestTimeEpoch / 1000 + 3600)$e $context.identity.sourceIp $context',
    context: { requestTimeEpoch: 1700000000123, identity: { sourceIp: '::1' } },
  },
  { template: "$stageVariables.a $stageVariables['a'] ${stageVariables.b}", stageVariables: { a: 'x y' } },
  {
    template:
      "$input.params('a') $input.params('b') $input.params('c') $input.params('d')|$input.params().path.a $input.params().header.get('c') $input.params().querystring.size() #foreach($k in $input.params().keySet())$k #end",
    params: { path: { a: '1' }, querystring: { a: '2', b: '3' }, header: { b: '4', c: '5' } },
  },
  {
    template:
      "$input.json('$')|$input.json('$.a')|$input.json('$.none')|$input.path('$.none')|$input.body|#if($input.path('$.none') == \"\")e#end",
    body: '{"a":"x \\"y\\" \\\\ / \\u0001 \\u007f \\u0085 \\u2028 é 😀 \\ud800","b":[1,1.5,1e10,-0,-0.0,1E-7,true,null,{}],"c":{"d":[]}}',
  },
  {
    template:
      "$input.path('$.a.b')|$input.path('$.l[0]')|$input.path('$.l[*].n')|$input.path('$..n')|$input.json('$.l[0:1]')|$input.json(\"$['a']['b']\")|$input.json('$.l[0,1].n')|$input.path('$.l[9]')|$input.json('$.*')",
    body: '{"a":{"b":1},"l":[{"n":1},{"n":2}]}',
  },
  { template: "$input.json('$')|$input.path('$')|$input.body|$input.path('$.x').size()", body: '' },
  {
    template: "#set($x = $input.path('$'))$x.a.b.c $x.l.size() $x.s.length() $x.l[0].k",
    body: '{"a":1,"l":[{"k":"v"}],"s":"text"}',
  },
  {
    template:
      "$util.urlEncode($input.path('$'))|$util.base64Encode($input.path('$'))|$util.escapeJavaScript($input.path('$'))",
    body: JSON.stringify(`~!*()'a-b_c.d e/f+g&h=i%j\n\t\u0000\u001f\u0080é€😀\ud800x\udc00"\\`),
  },
  {
    template:
      "$util.urlDecode('a%20b+c%26%E2%82%AC')|$util.base64Decode('4oKsIMOp')|$util.parseJson('{\"a\":[1,2.0]}')|$util.parseJson('{\"a\":{\"b\":1}}').a.b",
  },
  {
    template: '$util.escapeJavaScript($missing)|',
  },
  {
    template:
      '#set($context.responseOverride.status = 404)#set($context.responseOverride.header.X-Next = "a b")#set($context.requestOverride.path.p = "q")$context.responseOverride.status',
  },
  {
    template: "$input.path('$')",
    body: '[1.10,100.0,12345678.9,1e21,1.0E-5,123456789012345678901234567890,0.000001,1e-300,1.7976931348623157e308]',
  },
  {
    template: "$input.path('$')",
    body: '[1234567890.12345678901,-0.00000012345678901234567,1234567890123456789e5,12345678901234567890E-25]',
  },
];
