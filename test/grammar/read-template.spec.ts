import { describe, expect, it } from '@jest/globals';
import { findUnbalanced, listUnmended, readLive } from '../../lib/grammar/read-template.js';

const CALL = "$util.escapeJavaScript($input.params('a'))";
const MENDED = `${CALL}.replaceAll("\\\\'", "'")`;

describe('listUnmended', () => {
  it.each([
    `{"a":"${MENDED}"}`,
    `#set($a = ${MENDED}){"a":"$a"}`,
    `#set($a = ${CALL}){"a":"$a.replaceAll("\\\\'", "'")"}`,
    `{"a":"$util.base64Encode(${CALL})"}`,
    '{"a":"$util.escapeJavaScript($context.stage)"}',
    '{"a":"$util.escapeJavaScript($input.body',
  ])('is silent on %s', (template) => {
    expect([...listUnmended(template)]).toEqual([]);
  });

  it.each([
    [`{"a":"${CALL}"}`, CALL],
    [`#set($a = ${CALL}){"a":"$a"}`, CALL],
    ['{"a":"$util.escapeJavaScript($input.json(\'$.a)\'))"}', "$util.escapeJavaScript($input.json('$.a)'))"],
  ])('finds %s', (template, call) => {
    expect([...listUnmended(template)]).toEqual([call]);
  });
});

describe('findUnbalanced', () => {
  it.each([
    "#set($end = '#end'){}",
    "#set( $a = '## #if' )#if($a == '#end')1#end",
    '#foreach($x in [\'#end\', "#"])$x#end',
    "$input.body.replace('#if', 'x').concat('#end')",
    "{\"a\":\"$util.urlEncode($input.body.replaceAll('#else','')).concat('$x.toJson(')\"}",
    "it's #if(true)it's#end",
    "#set($a = 'it''s #end')",
    '\\#end #[[#end]]# #* #end *# ## #end',
  ])('takes %s', (template) => {
    expect(findUnbalanced(readLive(template))).toBeUndefined();
  });

  it.each(["'#end'", "#set($a = 'a')#end", "#if($a == '#end'){}", '#if(true)"#if(true)"#end'])(
    'finds the fault of %s',
    (template) => {
      expect(findUnbalanced(readLive(template))).toBeDefined();
    },
  );
});
