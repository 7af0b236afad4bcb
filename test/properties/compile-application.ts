import type { OpenAPIObject } from '@nestjs/swagger';
import type { AwsGatewayOptions } from 'nestjs-aws-gateway';
import type { AppSource } from '../../lib/model/app-source.js';
import { originalCreateDocument } from '../../lib/nest/swagger/hook-swagger.js';
import { readApplication } from '../../lib/nest/read-application.js';
import { AS_WRITTEN, listPlaceholders, writeTree } from '../../lib/values/deploy-tree.js';
import type { ApplicationSpec } from '../support/arbitrary-application.js';
import { compileAll, type CompiledAll } from '../support/compile-all.js';
import { judgeImport } from '../support/import-judge/judge-import.js';
import type { Verdict } from '../support/import-judge/verdict.js';
import { plausibleValue } from '../support/plausible-value.js';
import { buildApplication } from './build-application.js';

export interface CompiledApplication extends CompiledAll {
  readonly source: AppSource;
  readonly options: AwsGatewayOptions;
  /** What `createDocument` of plain Nest says. */
  readonly plain: OpenAPIObject;
}

export async function compileApplication(spec: ApplicationSpec): Promise<CompiledApplication> {
  const { app, config, options } = await buildApplication(spec);
  const source = readApplication(app, config);
  return { ...compileAll(source, options), source, options, plain: originalCreateDocument()(app, config) };
}

/** The private document as API Gateway gets it: each placeholder filled with a value of its kind. */
export function fillPlaceholders({ privateDocument }: CompiledAll): Readonly<Record<string, unknown>> {
  const values = new Map(listPlaceholders(privateDocument).map((name) => [name, plausibleValue(name)]));
  return writeTree(privateDocument, AS_WRITTEN, values) as Readonly<Record<string, unknown>>;
}

/** What API Gateway would make of the private document. */
export function judgeCompiled(compiled: CompiledApplication): readonly Verdict[] {
  const own = compiled.source.routes.filter(({ method }) => method === 'options').map(({ path }) => path);
  return judgeImport(fillPlaceholders(compiled), { ownOptions: new Set(own) });
}
