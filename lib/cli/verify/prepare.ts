import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { AwsGatewayOptions } from '../../aws-gateway.options.js';
import { MODULE_DOCUMENT } from '../../backends/terraform/list-files.js';
import { listMethodSettings } from '../../backends/terraform/main/list-method-settings.js';
import { planModule } from '../../backends/terraform/plan-module.js';
import { compileGateway, type CompiledGateway } from '../../compile-gateway.js';
import { formatDiagnostics } from '../../diagnostics/format-diagnostics.js';
import type { AppSource } from '../../model/app-source.js';
import { listAsked } from '../files/outputs.js';
import { renderFiles } from '../files/render-files.js';
import { locateDiagnostics } from '../places/locate-diagnostics.js';
import { CannotRun } from '../process/cannot-run.js';
import { count } from '../report/count.js';
import { chooseValues } from './choose-values.js';
import type { Expectation } from './compare/compare-all.js';
import { fillDocument } from './compare/fill-document.js';
import { membersOf } from './compare/members-of.js';
import { isOfAws, type ApiGatewayId } from '../../model/api-gateways.js';
import type { Emulator } from './emulator/emulator.js';
import { describeHttpApi } from './http-api/describe-http-api.js';
import { describeStage } from './rest-api/describe-stage.js';
import { describeRestApi } from './rest-api/describe-rest-api.js';
import type { Applied } from './terraform/deploy.js';
import { EMPTY_ZIP, writeAdditions, writeRoot } from './terraform/write-configuration.js';

export interface Prepared {
  readonly gateway: ApiGatewayId;
  readonly region: string;
  readonly routes: number;
  /** The files of the configuration, by path. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** What the emulator has to have, once it is known what Terraform made. */
  describe(applied: Applied): Expectation;
}

interface PrepareSettings {
  readonly endpoint: string;
  readonly vars: ReadonlyMap<string, string>;
  readonly emulator: Emulator;
}

/** Of an application that does not set its region. */
const REGION = 'us-east-1';

/**
 * What is deployed of an application, and what has to come of it.
 *
 * @throws CannotRun for an application that cannot be deployed to an emulator
 */
export async function prepare(
  source: AppSource,
  chosen: AwsGatewayOptions,
  { endpoint, vars, emulator }: PrepareSettings,
  writeErr: (text: string) => void,
): Promise<Prepared> {
  const options = emulator.inlineIntegrations
    ? { ...chosen, httpApi: { ...chosen.httpApi, inlineIntegrations: true } }
    : chosen;
  const compiled = compileGateway(source, options, true);
  const { gateway, model, gatewayOutput } = compiled;
  const plan = planModule(model, gatewayOutput);
  if (!isOfAws(gateway) || !plan) {
    throw new CannotRun(
      `error: 'verify' deploys to an emulator of AWS, but this run is for '${gateway}': add '--gateway rest-api' or '--gateway http-api'`,
    );
  }
  const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    writeErr(formatDiagnostics(await locateDiagnostics(errors, source, chosen), 'text'));
    throw new CannotRun(
      `the application has ${count(errors.length, 'error')}, so there is nothing to deploy`,
    );
  }
  const [given] = model.settings.region['@deploy'];
  const region = typeof given === 'string' ? given : REGION;
  const name = `apigen-verify-${randomBytes(3).toString('hex')}`;
  const values = chooseValues(plan.asked, vars, region);
  const configured = { gateway, endpoint, region, name, plan, values, override: emulator.overrides[gateway] };
  const adapt = (document: unknown): unknown => emulator.adapt(document, gateway);
  return {
    gateway,
    region,
    routes: model.routes.length,
    files: new Map<string, string | Uint8Array>([
      ['main.tf', writeRoot(configured)],
      ...(await writeModule(compiled, adapt)),
      ...Object.entries(writeAdditions(configured)).map(([file, text]): [string, string] => [
        join(MODULE, file),
        text,
      ]),
      [join(MODULE, 'function.zip'), Buffer.from(EMPTY_ZIP, 'base64')],
    ]),
    describe: ({ roles, body, account }) => {
      const stage = describeStage(listMethodSettings(model, gatewayOutput), model.settings.stage);
      const describe = (document: unknown) =>
        gateway === 'rest-api'
          ? describeRestApi(membersOf(document), name, stage)
          : describeHttpApi(membersOf(document), name);
      const document = fillDocument(gatewayOutput.document, new Map([...values, ...Object.entries(roles)]));
      return {
        expected: describe(adapt(document)),
        rendered: describe(JSON.parse(body)),
        routes: gatewayOutput.operations,
        variables: { region, account },
      };
    },
  };
}

const MODULE = 'api';

async function writeModule(
  compiled: CompiledGateway,
  adapt: (document: unknown) => unknown,
): Promise<readonly [string, string][]> {
  const files = await renderFiles(listAsked(compiled, { outTerraform: MODULE }), {
    template: 'terraform',
    vars: new Map(),
  });
  return files.map(({ target, text }) => [
    target,
    // The placeholders stand in strings, so it is JSON before they are filled too.
    target === join(MODULE, MODULE_DOCUMENT) ? JSON.stringify(adapt(JSON.parse(text))) : text,
  ]);
}
