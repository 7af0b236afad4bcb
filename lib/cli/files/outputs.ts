import { join } from 'node:path';
import type { BackEndId, GatewayOutput } from '../../backends/back-end.js';
import type { Outputs } from '../../backends/index.js';
import { describePlaceholders } from '../../backends/placeholders/index.js';
import { listFiles, type ModuleFile } from '../../backends/terraform/list-files.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import { isObject } from '../../openapi/openapi.js';
import { sortDocument } from '../../openapi/sort-document.js';
import type { DeployTree } from '../../values/deploy-tree.js';
import { count } from '../report/count.js';

/** The content of a file. */
export type FileContent = 'public' | 'private' | 'policy' | 'placeholders' | 'module';

/** How the output of a back end becomes a file. */
export interface FileKind<Output> {
  /** The option that sets the file. */
  readonly option: 'outPublic' | 'outPrivate' | 'outIam' | 'outPlaceholders' | 'outTerraform';
  readonly kind: FileContent;
  /** Whether the content has deploy values, which depend on the template. */
  readonly hasDeployValues: boolean;
  contentOf(output: Output): DeployTree;
  /** Present: the option sets a directory, and these files are in it instead of one. */
  filesOf?(output: Output, outputs: Partial<Outputs>): readonly ModuleFile[];
  /** `12 routes` */
  describe(output: Output, model: GatewayModel): string;
}

const VERBS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** The private document, of whichever gateway. */
const PRIVATE = {
  option: 'outPrivate',
  kind: 'private',
  hasDeployValues: true,
  contentOf: ({ document }) => document,
  describe: (_, { routes }) => count(routes.length, 'route'),
} as const satisfies FileKind<GatewayOutput>;

/** A missing back end does not compile. The order is that of the report. */
const FILE_KINDS = {
  'public-openapi': {
    option: 'outPublic',
    kind: 'public',
    hasDeployValues: false,
    contentOf: sortDocument,
    describe: ({ paths }) => {
      const operations = Object.values(paths).flatMap((item) =>
        isObject(item) ? Object.keys(item).filter((key) => VERBS.includes(key)) : [],
      );
      return count(operations.length, 'operation');
    },
  },
  'rest-api': PRIVATE,
  'http-api': PRIVATE,
  kong: PRIVATE,
  'iam-policy': {
    option: 'outIam',
    kind: 'policy',
    hasDeployValues: true,
    contentOf: (policy) => policy,
    describe: ({ Statement }) => count(Statement.length, 'statement'),
  },
  placeholders: {
    option: 'outPlaceholders',
    kind: 'placeholders',
    hasDeployValues: false,
    contentOf: describePlaceholders,
    describe: (source) => count(describePlaceholders(source).placeholders.length, 'placeholder'),
  },
  terraform: {
    option: 'outTerraform',
    kind: 'module',
    hasDeployValues: true,
    contentOf: () => '',
    filesOf: (module, outputs) => {
      // A run has the output of one gateway.
      const gateway = outputs['rest-api'] ?? outputs['http-api'];
      return gateway ? listFiles(module, gateway) : [];
    },
    describe: () => 'Terraform module',
  },
} as const satisfies { readonly [Id in BackEndId]: FileKind<Outputs[Id]> };

/** The file of an output. */
export interface AskedFile {
  readonly target: string;
  readonly kind: FileContent;
  readonly content: DeployTree;
  readonly hasDeployValues: boolean;
  /** Present: the content is in this file, written as it is. */
  readonly text?: string;
  /** Present: the directory of a module, of which this is a template if it is not text. */
  readonly folder?: string;
  readonly description: string;
}

/** The files of the command line. */
export type OutputTargets = Readonly<Partial<Record<FileKind<never>['option'], string>>>;

/** The files of the arguments. */
export function listAsked(
  { outputs, model }: { readonly outputs: Partial<Outputs>; readonly model: GatewayModel },
  given: OutputTargets,
): readonly AskedFile[] {
  return (Object.keys(FILE_KINDS) as BackEndId[]).flatMap((id) => {
    const kind = FILE_KINDS[id] as FileKind<unknown>;
    const target = given[kind.option];
    if (target === undefined) return [];
    const output = outputs[id];
    // A run has the output of one gateway.
    if (output === undefined) return [];
    const common = {
      kind: kind.kind,
      hasDeployValues: kind.hasDeployValues,
      description: kind.describe(output, model),
    };
    const files = kind.filesOf?.(output, outputs);
    if (!files) return [{ ...common, target, content: kind.contentOf(output) }];
    return files.map(({ name, content }) => ({
      ...common,
      target: join(target, name),
      folder: target,
      content: 'document' in content ? content.document : '',
      ...('text' in content ? { text: content.text } : {}),
    }));
  });
}
