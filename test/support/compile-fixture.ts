import type { Type } from '@nestjs/common';
import type { AwsGatewayDocuments, AwsGatewayId } from 'nestjs-aws-gateway';
import { readApplication } from '../../lib/nest/read-application.js';
import { readOptions } from '../../lib/nest/read-options.js';
import { compileAll, type CompiledAll } from './compile-all.js';
import { CONFIG, createApp, createDocuments, type TestApp } from './create-app.js';

export interface Fixture extends TestApp {
  readonly AppModule: Type;
}

const compiled = new Map<string, Promise<AwsGatewayDocuments>>();

/** Compiles `test/fixtures/<name>` once: a second document of one DTO has its members in another order, in Nest too. */
export function compileFixture(name: string): Promise<AwsGatewayDocuments> {
  const known = compiled.get(name) ?? compile(name);
  compiled.set(name, known);
  return known;
}

/** The same application behind another gateway than that of its module. */
export async function compileFixtureFor(gateway: AwsGatewayId, name: string): Promise<CompiledAll> {
  const { AppModule, ...given } = await load(name);
  const app = await createApp(AppModule, given);
  const source = readApplication(app, given.config ?? CONFIG, given.swagger);
  return compileAll(source, { ...readOptions(app), gateway });
}

function load(name: string): Promise<Fixture> {
  return import(`../fixtures/${name}/app.js`) as Promise<Fixture>;
}

async function compile(name: string): Promise<AwsGatewayDocuments> {
  const { AppModule, ...app } = await load(name);
  return createDocuments(AppModule, app);
}
