import * as fc from 'fast-check';
import { hostileText, PRIVATE, privateWord } from './arbitrary-text.js';

/** Mapping templates that API Gateway can read, with text in them that means something to JSON and to Terraform. */
const PIECES = [
  '#set($x = "1")"${x}"',
  '"$!{context.requestId}%{ if true }"',
  '"${stageVariables.a}"',
  "$input.json('$.a')",
  '#if($input.path(\'$.a\') == "")null#{else}1#end',
  '[#foreach($i in [1..2])$i#if($foreach.hasNext),#end#end]',
  '"$util.base64Encode($input.body)"',
  '"$util.escapeJavaScript($input.params(\'q\')).replaceAll("\\\\\'","\'")"',
];

/** A string of JSON that Velocity takes as it is. */
function quote(text: string): string {
  return JSON.stringify(text).replaceAll('#', '\\u0023').replaceAll('$', '\\u0024');
}

const template: fc.Arbitrary<string> = fc
  .tuple(privateWord, hostileText, fc.array(fc.constantFrom(...PIECES), { maxLength: 3 }))
  .map(([value, text, pieces]) => {
    const members = [
      `"value":"${value}"`,
      `"text":${quote(text)}`,
      ...pieces.map((piece, at) => `"${at}":${piece}`),
    ];
    return `{${members.join(',')}}`;
  });

export const templates = fc.dictionary(fc.constantFrom('application/json', 'text/plain'), template, {
  minKeys: 1,
});

/** Of gateway responses, in which API Gateway fills in variables and does nothing else. */
export const gatewayTemplates = fc.dictionary(
  fc.constantFrom('application/json', 'text/plain'),
  hostileText.map(
    (text) =>
      `{"message":$context.error.messageString,"${PRIVATE}":${JSON.stringify(text.replace(/[#$]/g, ''))}}`,
  ),
  { minKeys: 1 },
);
