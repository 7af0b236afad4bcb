import type { BackEndId } from '../../backends/back-end.js';
import type { Outputs } from '../../backends/index.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import { isObject } from '../../openapi/openapi.js';
import { sortDocument } from '../../openapi/sort-document.js';
import type { DeployTree } from '../../values/deploy-tree.js';
import { count } from '../report/count.js';

/** The content of a file. */
export type FileContent = 'public' | 'private' | 'policy';

/** How the output of a back end becomes a file. */
export interface FileKind<Output> {
  /** The option that sets the file. */
  readonly option: 'outPublic' | 'outPrivate' | 'outIam';
  readonly kind: FileContent;
  /** Whether the content has deploy values, which depend on the template. */
  readonly hasDeployValues: boolean;
  contentOf(output: Output): DeployTree;
  /** `12 routes` */
  describe(output: Output, model: GatewayModel): string;
}

const VERBS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

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
  'rest-api': {
    option: 'outPrivate',
    kind: 'private',
    hasDeployValues: true,
    contentOf: ({ document }) => document,
    describe: (_, { routes }) => count(routes.length, 'route'),
  },
  'iam-policy': {
    option: 'outIam',
    kind: 'policy',
    hasDeployValues: true,
    contentOf: (policy) => policy,
    describe: ({ Statement }) => count(Statement.length, 'statement'),
  },
} as const satisfies { readonly [Id in BackEndId]: FileKind<Outputs[Id]> };

/** The file of an output. */
export interface AskedFile {
  readonly target: string;
  readonly kind: FileContent;
  readonly content: DeployTree;
  readonly hasDeployValues: boolean;
  readonly description: string;
}

/** The files of the command line. */
export type OutputTargets = Readonly<Partial<Record<FileKind<never>['option'], string>>>;

/** The files of the arguments. */
export function listAsked(
  { outputs, model }: { readonly outputs: Outputs; readonly model: GatewayModel },
  given: OutputTargets,
): readonly AskedFile[] {
  return (Object.keys(FILE_KINDS) as BackEndId[]).flatMap((id) => {
    const kind = FILE_KINDS[id] as FileKind<Outputs[BackEndId]>;
    const target = given[kind.option];
    if (target === undefined) return [];
    const output = outputs[id];
    return [
      {
        target,
        kind: kind.kind,
        content: kind.contentOf(output),
        hasDeployValues: kind.hasDeployValues,
        description: kind.describe(output, model),
      },
    ];
  });
}
