import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CliProject, type CliRun } from '../support/cli-project.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { findTool } from '../support/find-tool.js';
import { freePort } from '../support/free-port.js';
import { startMoto, type MotoServer } from '../support/moto-server.js';
import { findPluginDir } from '../support/terraform.js';

/** An application that both gateways of AWS express. */
const SOURCES = {
  'app.module': `
import { Body, Controller, Get, Module, Param, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  AwsAuthorizer, AwsGatewayModule, AwsHttp, AwsLambda, AwsPublic, AwsSqs, fromBody, LambdaAuthorizer,
} from 'nestjs-aws-gateway';

const guard = new LambdaAuthorizer({
  name: 'guard', functionArn: '\${guard_function_arn}', identitySources: ['header.authorization'],
});

class Job {
  @ApiProperty()
  kind!: string;
}

@Controller('users')
@AwsAuthorizer(guard)
export class UsersController {
  @Get(':name')
  @AwsLambda('\${users_function_arn}:live')
  get(@Param('name') name: string) { return name; }

  @Get(':name/notes')
  @AwsPublic()
  @AwsHttp({ baseUrl: 'https://\${notes_host}/api' })
  notes(@Param('name') name: string) { return name; }

  @Post('jobs')
  @AwsSqs({ queueUrl: '\${jobs_queue_url}', message: fromBody(), credentials: '\${services_role_arn}' })
  enqueue(@Body() job: Job) { return job; }
}

@Module({
  imports: [AwsGatewayModule.forRoot({ cors: { allowOrigins: '\${cors_origins}' } })],
  controllers: [UsersController],
})
export class AppModule {}
`,
  apigen: `
import { runApigen } from 'nestjs-aws-gateway/cli';
import { AppModule } from './app.module.js';
await runApigen(AppModule, { document: (builder) => builder.setTitle('The shop').setDescription('\${x} "quoted"') });
`,
  /** A private API, which only one network may call. */
  inside: `
import { Module } from '@nestjs/common';
import { AwsGatewayModule } from 'nestjs-aws-gateway';
import { runApigen } from 'nestjs-aws-gateway/cli';
import { UsersController } from './app.module.js';

@Module({
  imports: [AwsGatewayModule.forRoot({
    endpoint: { vpcEndpointIds: ['\${vpc_endpoint_id}'] },
    policy: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
        {
          Effect: 'Deny', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*',
          Condition: {
            StringNotEquals: { 'aws:SourceVpce': '\${vpc_endpoint_id}' },
            NotIpAddress: { 'aws:VpcSourceIp': ['10.0.0.0/8', '\${office_range}'] },
          },
        },
      ],
    },
  })],
  controllers: [UsersController],
})
class InsideModule {}

await runApigen(InsideModule, { document: (builder) => builder.setTitle('Inside') });
`,
};

const leftovers = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('apigen-verify-'));

/** What an emulator has, by the service and the member of its answer. */
async function listOf(
  { url }: MotoServer,
  service: string,
  path: string,
  member: string,
): Promise<readonly unknown[]> {
  const scope = `Credential=test/20260101/us-east-1/${service}/aws4_request`;
  const headers = { authorization: `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=0` };
  const answer = await fetch(`${url}${path}`, { headers });
  return ((await answer.json()) as Readonly<Record<string, readonly unknown[]>>)[member]!;
}

describe('apigen verify', () => {
  let project: CliProject;
  beforeAll(() => {
    project = new CliProject(SOURCES);
  });
  afterAll(() => project.remove());

  it('needs an emulator on this machine, Terraform, and a gateway of AWS', async () => {
    const closed = `http://127.0.0.1:${await freePort()}`;
    const cases: readonly (readonly [readonly string[], string])[] = [
      [[], "error: 'verify' needs the URL of an emulator of AWS"],
      [['--endpoint', 'moto'], "error: option '--endpoint <url>' argument 'moto' is invalid"],
      [
        ['--endpoint', 'http://10.0.0.7:5000'],
        "error: option '--endpoint <url>' argument 'http://10.0.0.7:5000' is not on this machine",
      ],
      [
        ['--endpoint', 'https://apigateway.eu-west-1.amazonaws.com', '--allow-remote'],
        "error: option '--endpoint <url>' argument 'https://apigateway.eu-west-1.amazonaws.com' is AWS itself",
      ],
      [['--endpoint', closed], `apigen: the emulator at ${closed} does not answer (ECONNREFUSED)`],
      [
        ['--endpoint', closed, '--out-private', 'api.json'],
        "error: option '--out-private' has no effect on 'verify', which writes no files",
      ],
    ];
    const runs = await Promise.all(cases.map(([args]) => project.run(['verify', ...args])));
    expect(
      runs.map(({ code, stdout, stderr }, index) => ({
        code,
        stdout,
        words: stderr.slice(0, cases[index]![1].length),
      })),
    ).toEqual(cases.map(([, words]) => ({ code: 2, stdout: '', words })));
  });

  describeWithTools(
    'with moto',
    {
      terraform: findTool('terraform'),
      'mirror of the AWS provider': findPluginDir(),
      moto_server: findTool('moto_server'),
    },
    (tools) => {
      let moto: MotoServer;
      const runs: Record<string, CliRun> = {};
      const before = leftovers();
      const verify = (args: readonly string[], env = {}, entry = 'apigen'): Promise<CliRun> =>
        project.run(
          ['verify', '--endpoint', moto.url, '--plugin-dir', tools['mirror of the AWS provider'], ...args],
          { env, entry },
        );

      beforeAll(async () => {
        moto = await startMoto(tools.moto_server);
        const gateways = ['rest-api', 'http-api'];
        const [rest, http] = await Promise.all(
          gateways.map((id) => verify(['--gateway', id, '--format', 'json'])),
        );
        const inside = await verify(['--format', 'json', '--var', 'office_range=192.0.2.0/24'], {}, 'inside');
        Object.assign(runs, { 'rest-api': rest, 'http-api': http, 'private REST API': inside });
      }, 500_000);
      afterAll(() => moto?.stop());

      it.each(['rest-api', 'http-api', 'private REST API'])(
        'finds everything of a %s where it should be',
        (gateway) => {
          const { code, stdout, stderr } = runs[gateway]!;
          expect(stderr).toContain('has all ');
          expect({
            code,
            found: (JSON.parse(stdout) as { readonly code: string }[]).map((one) => one.code),
          }).toEqual({
            code: 0,
            found: ['verify-not-shown'],
          });
        },
      );

      it('cannot run without Terraform or without its provider', async () => {
        const [missing, empty] = await Promise.all([
          verify([], { PATH: '' }),
          verify(['--plugin-dir', project.path()]),
        ]);
        expect(missing).toMatchObject({ code: 2, stdout: '' });
        expect(missing.stderr).toContain("apigen: 'verify' needs Terraform, which is not installed");
        expect(empty).toMatchObject({ code: 2, stdout: '' });
        expect(empty.stderr).toContain('apigen: `terraform init` failed: Error: Failed to query available');
        expect(empty.stderr).toContain("name a directory that has the provider with '--plugin-dir <dir>'");
      });

      /** Ends a run as soon as the emulator has an API. */
      const endRun = async (emulator: MotoServer, end: (run: ChildProcess) => unknown) => {
        const child = spawn(
          process.execPath,
          [
            project.path('apigen.mjs'),
            'verify',
            '--endpoint',
            emulator.url,
            '--plugin-dir',
            tools['mirror of the AWS provider'],
          ],
          { cwd: project.path(), stdio: ['ignore', 'ignore', 'pipe'] },
        );
        let stderr = '';
        child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
        const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
        while (child.exitCode === null) {
          const items = await listOf(emulator, 'apigateway', '/restapis', 'item');
          if (items.length > 0) break;
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
        await end(child);
        const [code, signal] = await ended;
        return { code, signal, stderr };
      };

      it('removes what it made when it is ended, and ends by the signal', async () => {
        const { code, signal, stderr } = await endRun(moto, (run) => run.kill('SIGINT'));
        expect({ code, signal }).toEqual({ code: null, signal: 'SIGINT' });
        expect(stderr).toContain('apigen: ended by SIGINT: removing what was deployed\n');
        expect(stderr).not.toContain('could not remove');
      }, 300_000);

      it('ends when the emulator stops in the middle', async () => {
        const other = await startMoto(tools.moto_server);
        const { code, stderr } = await endRun(other, () => other.stop());
        expect(code).toBe(2);
        expect(stderr).toContain(`The emulator at ${other.url} no longer answers: start it again`);
        expect(leftovers().filter((name) => !before.includes(name))).toEqual([]);
      }, 500_000);

      it('leaves nothing behind', async () => {
        const lists = [
          ['apigateway', '/restapis', 'item'],
          ['apigateway', '/v2/apis', 'items'],
          ['lambda', '/2015-03-31/functions/', 'Functions'],
        ] as const;
        const left = await Promise.all(
          lists.map(([service, path, member]) => listOf(moto, service, path, member)),
        );
        expect(left).toEqual([[], [], []]);
        expect(leftovers().filter((name) => !before.includes(name))).toEqual([]);
      });
    },
  );
});
