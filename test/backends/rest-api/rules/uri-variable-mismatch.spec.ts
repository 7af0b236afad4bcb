import { Controller, Get } from '@nestjs/common';
import { AwsIntegration } from 'nestjs-aws-gateway';
import { testRule } from '../../../support/test-rule.js';

const proxy = { type: 'http_proxy', httpMethod: 'GET' };
const requestParameters = { 'integration.request.path.key': 'method.request.path.id' };

@Controller('silent')
class SilentController {
  @Get(':id')
  @AwsIntegration({ ...proxy, uri: 'https://${host}/{key}?region=${AWS::Region}', requestParameters })
  mapped(): void {}

  @Get('deployed/:id')
  @AwsIntegration({ ...proxy, uri: '${url}', requestParameters })
  deployed(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('a/:id')
  @AwsIntegration({ ...proxy, uri: 'https://example.com/{id}/{tenant}' })
  unmapped(): void {}

  @Get('b/:id')
  @AwsIntegration({ ...proxy, uri: 'https://example.com/', requestParameters })
  unused(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class/:id')
@AwsIntegration({ ...proxy, uri: 'https://example.com/{id}' })
class ClassController extends BaseController {}

const unmapped = (
  place: string,
  name: string,
  source: string,
): string => `uri-variable-mismatch error at ${place}
the \`uri\` of \`@AwsIntegration\` has \`{${name}}\`, and no mapping fills it
Add \`'integration.request.path.${name}': 'method.request.path.${source}'\` to \`requestParameters\`.`;

testRule('uri-variable-mismatch', [
  { name: 'is silent on what is mapped, and on placeholders', controllers: [SilentController], reports: [] },
  {
    name: 'reports handlers, both ways',
    controllers: [HandlerController],
    reports: [
      unmapped('HandlerController.unmapped GET /handler/a/{id}', 'id', 'id'),
      unmapped('HandlerController.unmapped GET /handler/a/{id}', 'tenant', 'NAME'),
      `uri-variable-mismatch error at HandlerController.unused GET /handler/b/{id}
\`@AwsIntegration\` maps \`integration.request.path.key\`, and its \`uri\` has no \`{key}\`
Write \`{key}\` into the \`uri\`, or remove the mapping.`,
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [unmapped('ClassController.read GET /class/{id}', 'id', 'id')],
  },
]);
