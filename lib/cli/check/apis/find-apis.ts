import type { FileContent } from '../documents/read-content.js';
import type { HclPlace } from '../hcl/expression.js';
import type { EvaluatedTree, ResourceInstance } from '../values/evaluate-tree.js';
import { documentsIn, type Identified } from '../values/read-parts.js';
import type { TemplateSource, Value } from '../values/value.js';

/** An API of the configuration that takes the document. */
export interface CheckedApi {
  readonly type: 'aws_api_gateway_rest_api' | 'aws_apigatewayv2_api';
  readonly made: ResourceInstance;
  readonly identity: Identified;
  /** With its module: `module.api.aws_api_gateway_rest_api.this`. */
  readonly address: string;
  /** Of the resource. */
  readonly at: HclPlace;
  readonly body: Value;
  /** The calls that read the document for it. */
  readonly sources: readonly TemplateSource[];
}

const TYPES = ['aws_api_gateway_rest_api', 'aws_apigatewayv2_api'] as const;

/** The APIs that take the document. A generated module is right as it is. */
export function findApis(
  { resources }: EvaluatedTree,
  contents: ReadonlyMap<TemplateSource, FileContent>,
): readonly CheckedApi[] {
  return resources.flatMap((made): readonly CheckedApi[] => {
    const type = TYPES.find((one) => one === made.resource.type);
    const body = made.body.attributes.get('body');
    if (!type || !body || made.resource.isData) return [];
    if (made.instance.module.isGenerated) return [];
    const sources = documentsIn(body)
      .map(({ source }) => source)
      .filter((source) => isDocument(contents.get(source)));
    if (sources.length === 0) return [];
    return [
      {
        type,
        made,
        identity: identityOf(made),
        address: addressOf(made),
        at: made.resource.at,
        body,
        sources,
      },
    ];
  });
}

function isDocument(content: FileContent | undefined): boolean {
  return content?.kind === 'known' && content.known.kind === 'document';
}

function identityOf({ instance, resource, key }: ResourceInstance): Identified {
  return { instance, address: resource.address, ...(key === undefined ? {} : { key }) };
}

export function addressOf({ instance, resource, key }: ResourceInstance): string {
  const index = key === undefined || key === 'unknown' ? '' : `[${JSON.stringify(key.known)}]`;
  return `${instance.address === '' ? '' : `${instance.address}.`}${resource.address}${index}`;
}

/** The place of an argument, or that of its resource if it has none. */
export function placeOfArgument({ resource }: ResourceInstance, argument: string): HclPlace {
  return resource.body.attributes.get(argument)?.at ?? resource.at;
}
