import type { Type } from '@nestjs/common';
import type { AwsGatewayDocuments } from 'nestjs-aws-gateway';
import { createDocuments, type TestApp } from './create-app.js';

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

async function compile(name: string): Promise<AwsGatewayDocuments> {
  const { AppModule, ...app } = (await import(`../fixtures/${name}/app.js`)) as Fixture;
  return createDocuments(AppModule, app);
}
