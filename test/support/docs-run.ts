import 'reflect-metadata';
import * as common from '@nestjs/common';
import * as core from '@nestjs/core';
import * as swagger from '@nestjs/swagger';
import * as gateway from 'nestjs-aws-gateway';
import ts from 'typescript';
import * as testing from '../../lib/testing/index.js';
import { readApplication } from '../../lib/nest/read-application.js';
import { readOptions } from '../../lib/nest/read-options.js';
import { writeTree, type DeployTree } from '../../lib/values/deploy-tree.js';
import { TERRAFORM } from '../../lib/values/terraform-writer.js';
import { compileAll, type CompiledAll } from './compile-all.js';
import { createApp, moduleOf, type TestApp } from './create-app.js';
import * as preamble from './docs-preamble.js';
import { OPTIONS, type Example } from './docs-program.js';

const MODULES: Readonly<Record<string, unknown>> = {
  '@nestjs/common': common,
  '@nestjs/core': core,
  '@nestjs/swagger': swagger,
  'nestjs-aws-gateway': gateway,
  'nestjs-aws-gateway/testing': testing,
  './docs-preamble.js': preamble,
  './app.controller.js': preamble,
  './app.module.js': preamble,
  './app.service.js': preamble,
  '../authorizers.js': preamble,
  './configure.js': preamble,
  './user.dto.js': preamble,
};

/** Runs an example and gives what it exports. */
function runExample(example: Example): Readonly<Record<string, unknown>> {
  const exports: Record<string, unknown> = {};
  new Function('exports', 'require', toCommonJs(example))(exports, loaderOf(example, MODULES));
  return exports;
}

/** Runs an example that is the body of a test, on the application of another example. */
export async function runTest(
  example: Example,
  application: Example,
  options: gateway.AwsGatewayOptions,
): Promise<void> {
  const [module] = applicationsOf(runExample(application), options);
  const app = await createApp(module!);
  const load = loaderOf(example, { ...MODULES, './docs-preamble.js': { ...preamble, app } });
  await new AsyncFunction('exports', 'require', toCommonJs(example))({}, load);
}

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: readonly string[]
) => (exports: object, load: (name: string) => unknown) => Promise<void>;

function toCommonJs({ source }: Example): string {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      ...OPTIONS,
      module: ts.ModuleKind.CommonJS,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    },
  });
  return outputText;
}

function loaderOf({ block }: Example, modules: Readonly<Record<string, unknown>>): (name: string) => unknown {
  return (name) => {
    if (!(name in modules)) throw new Error(`${block.place} imports ${name}, which no test provides`);
    return modules[name];
  };
}

/**
 * The applications that an example shows: its modules, or its controllers, authorizers and `forRoot` calls in a module
 * of ours.
 */
function applicationsOf(
  exported: Readonly<Record<string, unknown>>,
  options: gateway.AwsGatewayOptions,
): readonly common.Type[] {
  const values = Object.values(exported);
  const classes = values.filter((value): value is common.Type => typeof value === 'function');
  const modules = classes.filter((item) => Reflect.hasMetadata('imports', item));
  if (modules.length > 0) return modules;
  const controllers = [
    ...classes.filter((item) => Reflect.hasMetadata('path', item)),
    ...values.filter(isAuthorizer).map(guardedController),
  ];
  const calls = values.filter(isForRoot);
  if (controllers.length === 0 && calls.length === 0) return [];
  const [call = gateway.AwsGatewayModule.forRoot(options)] = calls;
  return [moduleOf(controllers.length > 0 ? controllers : [preamble.UsersController], [call])];
}

function guardedController(authorizer: gateway.Authorizer, index: number): common.Type {
  @common.Controller(`guarded-${index}`)
  @gateway.AwsAuthorizer(authorizer)
  class GuardedController {
    @common.Get()
    read(): void {}
  }
  return GuardedController;
}

function isAuthorizer(value: unknown): value is gateway.Authorizer {
  const { LambdaAuthorizer, CognitoAuthorizer, IamAuthorizer, JwtAuthorizer } = gateway;
  return [LambdaAuthorizer, CognitoAuthorizer, IamAuthorizer, JwtAuthorizer].some(
    (authorizer) => value instanceof authorizer,
  );
}

function isForRoot(value: unknown): value is common.DynamicModule {
  return (
    typeof value === 'object' &&
    value !== null &&
    'module' in value &&
    value.module === gateway.AwsGatewayModule
  );
}

/** Every diagnostic of what an example shows. An example without a module stands in one with the given options. */
export async function reportsOf(
  example: Example,
  options: gateway.AwsGatewayOptions,
): Promise<readonly gateway.Diagnostic[]> {
  const reports: gateway.Diagnostic[] = [];
  const exported = runExample(example);
  for (const application of applicationsOf(exported, options)) {
    const configure = exported['configure'] as TestApp['configure'];
    reports.push(...(await compileApplication(application, configure)).diagnostics);
  }
  return reports;
}

/**
 * The one application that an example shows.
 *
 * @param chosen as `--gateway` of the command line
 */
export async function compileExample(
  example: Example,
  options: gateway.AwsGatewayOptions,
  chosen: Pick<gateway.AwsGatewayOptions, 'gateway'> = {},
): Promise<CompiledAll> {
  const [application, ...others] = applicationsOf(runExample(example), options);
  if (!application || others.length > 0)
    throw new Error(`${example.block.place} does not show one application`);
  return compileApplication(application, undefined, chosen);
}

async function compileApplication(
  application: common.Type,
  configure?: TestApp['configure'],
  chosen: Pick<gateway.AwsGatewayOptions, 'gateway'> = {},
): Promise<CompiledAll> {
  const app = await createApp(application, configure ? { configure } : {});
  return compileAll(readApplication(app, preamble.config), { ...readOptions(app)!, ...chosen });
}

/** A private document as it stands in the file. */
export function writeForTerraform(tree: DeployTree): unknown {
  return writeTree(tree, TERRAFORM);
}
