import type { AwsGatewayOptions } from 'nestjs-aws-gateway';
import { testRule } from '../../../support/test-rule.js';

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
      `vtl-in-gateway-response warning at module
the template for \`application/json\` in the gateway response \`UNAUTHORIZED\` has \`#set\` and \`#if\` and \`$util\` and \`$input\`, which come out as text: it is not VTL
Use \`$context\`, \`$stageVariables\` and \`method.request\` alone, which are replaced.`,
    ],
  },
  {
    name: 'reports one',
    controllers: [],
    options: template('{"body":$input.body}'),
    reports: [
      `vtl-in-gateway-response warning at module
the template for \`application/json\` in the gateway response \`UNAUTHORIZED\` has \`$input\`, which comes out as text: it is not VTL
Use \`$context\`, \`$stageVariables\` and \`method.request\` alone, which are replaced.`,
    ],
  },
]);
