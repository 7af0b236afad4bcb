import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CliHost } from '../support/cli-host.js';
import { CliProject } from '../support/cli-project.js';
import { SHOP } from '../support/cli-sources.js';

const MORE = '(explain --help lists the options)\n';

describe('apigen explain', () => {
  const host = new CliHost();
  let shop: CliProject;

  beforeAll(() => {
    shop = new CliProject(SHOP);
  });

  afterAll(() => {
    host.end();
    shop.remove();
  });

  it('prints the settings of a route and its integration, and makes no file', async () => {
    const { code, stdout, stderr } = await host.run(shop, ['explain', 'GET /v1/users/{name}']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`UsersController.get, GET /v1/users/{name}

SETTING                VALUE                       FROM
integration            lambda \${users_arn}         forRoot({ integration })
authorizer             bearer                      @AwsAuthorizer on the class UsersController
scopes                 -                           default: none
apiKey                 no                          default: no key is required
cors.allowOrigins      https://app.example         @AwsCors on the class UsersController
cors.allowMethods      GET OPTIONS                 default: the routes of the path
cors.allowHeaders      Authorization Content-Type  default: the headers that the routes of the path accept
cors.exposeHeaders     -                           default: none
cors.allowCredentials  no                          default: no
cors.maxAge            -                           default: chosen by the browser
validation             none                        default: the backend validates requests
credentials            -                           default: the resource policy of the function allows the call
timeout                29000                       default: the limit of API Gateway, in milliseconds
region                 \${AWS::Region}              default: API Gateway fills it in on import
partition              \${AWS::Partition}           default: API Gateway fills it in on import
accountId              \${AWS::AccountId}           default: API Gateway fills it in on import
gateway                rest-api                    default: --gateway, or forRoot({ gateway })
public                 yes                         default: NestJS documents the route

STATUS  FROM         WHEN
*       integration  the function chooses the status
401     API Gateway  the caller has no identity that the authorizer accepts
403     API Gateway  the authorizer denies the request
429     API Gateway  there are too many requests
500     API Gateway  the function of the authorizer fails
502     API Gateway  the result of the function has the wrong format
504     API Gateway  the integration does not answer within 29000 ms

x-amazon-apigateway-integration
{
  "type": "aws_proxy",
  "httpMethod": "POST",
  "uri": "arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${users_arn}/invocations"
}
`);
    expect(shop.outputs()).toEqual([]);
  });

  it('prints the same for its path, its handler and without quotes', async () => {
    const { stdout } = await host.run(shop, ['explain', 'GET /v1/users/{name}']);
    for (const args of [['/v1/users/{name}'], ['UsersController.get'], ['get'], ['GET', '/v1/users/:name']]) {
      expect(await host.run(shop, ['apigen', 'explain', ...args])).toEqual({ code: 0, stdout, stderr: '' });
    }
  });

  it('prints JSON, wherever the option stands', async () => {
    const { code, stdout, stderr } = await host.run(shop, ['explain', 'create', '--format', 'json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const explained = JSON.parse(stdout) as readonly object[];
    expect(explained).toHaveLength(1);
    expect(explained[0]).toMatchObject({
      at: { controller: 'UsersController', handler: 'create', method: 'POST', path: '/v1/users' },
      guards: [],
      diagnostics: [],
      silenced: [],
      integration: { type: 'aws_proxy' },
    });
    expect(explained[0]).toHaveProperty('settings.1', {
      name: 'authorizer',
      value: 'bearer',
      origin: { level: 'class', decorator: 'AwsAuthorizer' },
      from: '@AwsAuthorizer on the class UsersController',
    });
    expect((await host.run(shop, ['--format', 'json', 'explain', 'create'])).stdout).toBe(stdout);
  });

  it.each([
    [
      ['GET /users/{name}'],
      'apigen: no route matches `GET /users/{name}`; similar routes:\n  UsersController.get, GET /v1/users/{name}\n',
    ],
    [[], `error: missing required argument 'route'\n${MORE}`],
    [['get', '--titel', 'x'], `error: unknown option '--titel'\n(Did you mean --title?)\n${MORE}`],
    [
      ['get', '--out-private', 'a.json'],
      "error: option '--out-private' has no effect on 'explain', which writes no files\n",
    ],
    [['get', '--no-preview'], 'apigen: the application does not start: a controller was built\n'],
  ])('cannot run with %j', async (args, stderr) => {
    expect(await host.run(shop, ['explain', ...args])).toEqual({ code: 2, stdout: '', stderr });
    expect(shop.outputs()).toEqual([]);
  });

  it('prints a stack when it is asked to', async () => {
    const { code, stderr } = await host.run(shop, ['explain', 'get', '--no-preview', '--stack-trace']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Error: a controller was built\n\s+at /);
  });

  it('explains itself, and is explained with the other options', async () => {
    const own = await host.run(shop, ['explain', '--help']);
    expect({ code: own.code, stderr: own.stderr }).toEqual({ code: 0, stderr: '' });
    expect(own.stdout).toMatch(/^Usage: apigen explain \[options\] <route\.\.\.>\n/);
    expect(own.stdout.match(/--[a-z-]+/g)).toEqual([
      '--help',
      '--gateway',
      '--format',
      '--no-preview',
      '--stack-trace',
    ]);
    expect((await host.run(shop, ['--help'])).stdout).toMatch(/\n {2}explain <route\.\.\.> /);
  });
});
