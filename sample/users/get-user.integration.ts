import type { AwsLambdaOptions } from 'nestjs-aws-gateway';

/** A function that knows nothing of HTTP: it gets `{ name, caller }`, answers `{ user }`, and throws otherwise. */
export const getUserIntegration: AwsLambdaOptions = {
  functionArn: '${get_user_function_arn}',
  mode: 'custom',
  requestTemplates: {
    // A path parameter comes as it stands in the URL, where a plus is no blank; `escapeJavaScript` escapes apostrophes,
    // which JSON does not allow.
    'application/json': String.raw`#set($name = $util.escapeJavaScript($util.urlDecode($input.params('name').replace('+','%2B'))).replaceAll("\\'","'"))
{"name":"$name","caller":"$context.authorizer.claims.sub"}`,
  },
  responses: {
    default: {
      statusCode: 200,
      responseParameters: {
        'method.response.header.Cache-Control': "'private, max-age=60'",
        'method.response.header.X-Request-Id': 'context.requestId',
      },
      responseTemplates: { 'application/json': "$input.json('$.user')" },
    },
    'No user .*': { statusCode: 404 },
  },
};
