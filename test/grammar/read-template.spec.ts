import { describe, expect, it } from '@jest/globals';
import { listUnmended } from '../../lib/grammar/read-template.js';

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
