import type { AwsGatewayOptions } from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

const template = (text: string): AwsGatewayOptions => ({
  gatewayResponses: { UNAUTHORIZED: { responseTemplates: { 'application/json': text } } },
});

testRule('vtl-in-gateway-response', [
  {
    name: 'is silent on variables, and on what only looks like VTL',
    controllers: [],
    options: template(
      '{"message":$context.error.messageString,"stage":"$stageVariables.name","path":"method.request.path.id","#set":"$inputs #if"}',
    ),
    reports: [],
  },
  {
    name: 'reports directives and functions',
    controllers: [],
    options: template(
      '#set($m = $context.error.message)#if($m){"message":"$util.escapeJavaScript($m)","body":${input.body}}#end',
    ),
    reports: [
      [
        'vtl-in-gateway-response warning at module',
        'application/json',
        'UNAUTHORIZED',
        '#set',
        '#if',
        '$util',
        '$input',
      ],
    ],
  },
  {
    name: 'reports one',
    controllers: [],
    options: template('{"body":$input.body}'),
    reports: [['vtl-in-gateway-response warning at module', 'application/json', 'UNAUTHORIZED', '$input']],
  },
]);
