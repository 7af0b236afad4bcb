import {
  ofIntegration,
  testJudge,
  testSilence,
  USER_GET,
  USER_PUT,
  type JudgedFault,
} from '../support/test-judge.js';

const REQUEST = ofIntegration(USER_GET, 'requestTemplates', 'application/json');
const RESPONSE = ofIntegration(USER_GET, 'responses', 'default', 'responseTemplates', 'application/json');
const inRequest = (what: string, template: string): JudgedFault => ['broken', what, REQUEST, template];
const inResponse = (what: string, template: string): JudgedFault => ['broken', what, RESPONSE, template];
const ESCAPED = `$util.escapeJavaScript($input.params('id')).replaceAll("\\\\'","'")`;
const STATUS = '#set($context.responseOverride.status = 404)';

testJudge('what a template is', [
  inRequest('1 #end missing', '#if(true){}'),
  inRequest('2 #end missing', '#foreach($a in [1])#if($a == 1){}'),
  inRequest('#end without a beginning', '{}#end'),
  inRequest('#else without #if', '#foreach($a in [1])#{else}#end'),
  inRequest('#elseif without #if', '#if(true)#else #elseif(true)#end'),
  inRequest('#if without its parentheses', '#if true {}#end'),
  inRequest('#if without its parentheses', '#if($input.body == "a) {}#end'),
  inRequest('#if of nothing', '#if(){}#end'),
  inRequest('#set(x = 1)', '#set(x = 1){}'),
  inRequest('#set($x)', '#set($x){}'),
  inRequest('#foreach($a of $b)', '#set($b = [])#foreach($a of $b)#end'),
  inRequest('a comment without its end', '#* {}'),
  inRequest('a unparsed text without its end', '#[[ {}'),
]);

testJudge('the names of a template', [
  inRequest('no function of the templates: $util.toJson', '{"a":$util.toJson($input.body)}'),
  inRequest('no function of the templates: $util.error', '#if(true)$util.error("x")#end'),
  inRequest('no name of the input: $input.header', '{"a":"$!{input.header}"}'),
  inRequest('$input.body.name is empty', '{"a":"$input.body.name"}'),
  inRequest('a path into the body begins with $', `{"a":$input.json('name')}`),
  inRequest('no name of the context: requestID', '{"a":"$context.requestID"}'),
  inRequest('no name of the context: integration.status', '{"a":"${context.integration.status}"}'),
  inRequest('no name of the context: error.message', '{"a":"$context.error.message"}'),
  inRequest('no name of the context: identity.ip', '#set($a = "$!context.identity.ip"){}'),
  inRequest('context.authorizer.claims alone is empty', '{"a":"$context.authorizer.claims"}'),
  inRequest('fills claims alone', '{"a":"$context.authorizer.principalId"}'),
  inRequest('nothing sets $name', '{"a":"$name"}'),
  inRequest('nothing sets $other', `#if("$!{other}" != ""){}#end`),
  [
    'broken',
    'a function fills no claims',
    ofIntegration(USER_PUT, 'requestTemplates', 'application/json'),
    '{"a":"$context.authorizer.claims.sub"}',
  ],
]);

testJudge('the overrides of a template', [
  inResponse('$context.responseOverride.status is overridden twice', `${STATUS}${STATUS}{}`),
  inResponse('$context.responseOverride.status is overridden twice', `#if(true)${STATUS}#end${STATUS}{}`),
  inResponse('is overridden twice', `#foreach($a in [1, 2])${STATUS}#end{}`),
  inResponse('no status: 42', '#set($context.responseOverride.status = 42)'),
  inResponse('a status is an integer', '#set($context.responseOverride.status = "404")'),
  inResponse(
    'nothing to override: $context.responseOverride.body',
    '#set($context.responseOverride.body = "x")',
  ),
  inResponse('nothing to override: $context.stage', '#set($context.stage = "x")'),
]);

testJudge('what a caller sends into a template', [
  inRequest('can end the string: $input.params', `{"a":"$input.params('id')"}`),
  inRequest('can end the string: $input.path', `{"a":"$input.path('$.a')"}`),
  inRequest('can end the string: $input.json', `{"a":"$input.json('$')"}`),
  inRequest('can end the string: $a', `#set($a = $input.params().header.get('a')){"a":"x-$a"}`),
  inRequest('can end the string: $b', `#set($a = "$!{input.params('a')}")#set($b = $a.trim()){"a":"$b"}`),
  inRequest('can end the string: $c', `{"a":"#foreach($c in $input.path('$.l'))$c#end"}`),
  inRequest('can end the string: $util.urlDecode', `{"a":"$util.urlDecode($input.params('id'))"}`),
  inRequest('can end the string: $context.identity.userAgent', '{"a":"$context.identity.userAgent"}'),
  inRequest('stands as JSON: $input.params', `{"a":$input.params('id')}`),
  inRequest('an apostrophe breaks the JSON', `{"a":"$util.escapeJavaScript($input.params('id'))"}`),
  inRequest('a line ends within a string', '{"a":"b\n"}'),
  inRequest('can add a parameter', `Action=SendMessage&MessageBody=$input.body`),
  inResponse('can end the string: $input.params', `{"a":"$input.params('id')"}`),
]);

testSilence('templates', [
  ['escapes', REQUEST, `{"a":"${ESCAPED}","b":"\\"$util.base64Encode($input.body)"}`],
  ['a value in no string', REQUEST, `{"a":$input.json('$.a'),"b":#if($input.path('$.b') > 1)1#{else}2#end}`],
  ['a form', REQUEST, 'Action=SendMessage&MessageBody=$util.urlEncode($input.body)'],
  ['lengths and questions', REQUEST, `{"a":"$input.params('a').length()","b":$input.path('$.l').size()}`],
  ['comments and escapes of Velocity', REQUEST, '## #if\n#* #end *#{"a":"\\$x \\#if #[[#end $y]]# $5 #1 $"}'],
  ['a claim with a colon', REQUEST, `{"a":"$context.authorizer.claims['custom:tenant']"}`],
  ['a method of a name', REQUEST, '{"a":"$context.requestId.substring(0, 8)"}'],
  [
    'variables of AWS and of the stage',
    REQUEST,
    '{"a":"${AWS::Region} ${stageVariables.a} $stageVariables[\'b\']"}',
  ],
  [
    'one override on each way',
    RESPONSE,
    `#if($input.path('$.a') == "")${STATUS}{}#elseif(true)${STATUS}{}#else{}#end`,
  ],
  [
    'overrides of two headers',
    RESPONSE,
    '#set($context.responseOverride.header.A = "1")#set($context.responseOverride.header.B = "2")',
  ],
  ['what the backend says, in a string', RESPONSE, `{"a":"$input.path('$.a')"}`],
]);
