import type { AwsGatewayId } from '../../aws-gateway.options.js';
import { STDOUT } from '../files/stdout.js';
import { listAsked, type OutputTargets } from '../files/outputs.js';
import { renderFiles, type Template } from '../files/render-files.js';
import type { CompiledGateway } from '../../compile-gateway.js';
import type { OpenApiDocument } from '../../openapi/openapi.js';

/** The document of the application as `apigen` would write it now, for the template that the base was written for. */
export async function renderCurrent(
  compiled: CompiledGateway,
  role: 'private' | 'public' | 'module',
  { base, vars }: { readonly base: string; readonly vars: ReadonlyMap<string, string> },
): Promise<OpenApiDocument> {
  const asked = listAsked(compiled, TARGETS[role]).filter(({ text }) => text === undefined);
  const [file] = await renderFiles(asked, { template: findTemplate(base, compiled.gateway), vars });
  return JSON.parse(file!.text) as OpenApiDocument;
}

const TARGETS: Readonly<Record<'private' | 'public' | 'module', OutputTargets>> = {
  private: { outPrivate: STDOUT },
  public: { outPublic: STDOUT },
  module: { outTerraform: 'module' },
};

/** What the base was written for. A template of Terraform escapes what is not a placeholder. */
function findTemplate(text: string, gateway: AwsGatewayId): Template {
  if (gateway === 'kong') return /\$\{\{ *env /.test(text) ? 'deck' : 'none';
  if (/"?Fn::Sub"?:|"?allowOrigins"?:\s*\{?\s*"?Ref"?:/.test(text)) return 'cloudformation';
  return /(?<!\$)\$\{(?![A-Za-z_][A-Za-z0-9_.]*\})/.test(text) ? 'none' : 'terraform';
}
