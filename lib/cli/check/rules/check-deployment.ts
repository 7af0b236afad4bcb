import { addressOf, placeOfArgument, type CheckedApi } from '../apis/find-apis.js';
import type { EvaluatedTree, ResourceInstance } from '../values/evaluate-tree.js';
import { documentsIn, identitiesIn, isSame, partsOf, reasonOf, resourcesIn } from '../values/read-parts.js';
import type { Value } from '../values/value.js';
import type { Found } from './report.js';

/** Arguments of a deployment whose change makes a new one. */
const TRIGGERS = ['triggers', 'stage_description', 'variables'];

/** Whether each change of the document becomes live, and the old deployment can go. */
export function checkDeployment(api: CheckedApi, tree: EvaluatedTree): readonly Found[] {
  if (api.type === 'aws_apigatewayv2_api') return checkStage(api, tree);
  const deployments = listOf('aws_api_gateway_deployment', 'rest_api_id', api, tree);
  if (deployments.length === 0) {
    return [
      {
        code: 'terraform-not-redeployed',
        severity: 'warning',
        at: api.at,
        address: api.address,
        message:
          'no `aws_api_gateway_deployment` deploys the API, so a change of the document is imported but not live',
        fix: `Add an \`aws_api_gateway_deployment\` with \`triggers = { redeployment = sha1(${api.made.resource.address}.body) }\`.`,
      },
    ];
  }
  return deployments.flatMap((made) => [...checkTriggers(made, api, tree), ...checkLifecycle(made)]);
}

function checkTriggers(made: ResourceInstance, api: CheckedApi, tree: EvaluatedTree): readonly Found[] {
  const lifecycle = made.body.blocks.find(({ type }) => type === 'lifecycle');
  const triggers = [
    ...TRIGGERS.map((name) => made.body.attributes.get(name)),
    lifecycle?.body.attributes.get('replace_triggered_by'),
  ].filter((value) => value !== undefined);
  const values = triggers.flatMap((value) => withSources(value, tree));
  if (values.some((value) => readsBody(value, api) || changesAlways(value))) return [];
  const base = {
    severity: 'warning' as const,
    at: placeOfArgument(made, 'triggers'),
    address: addressOf(made),
  };
  const { address } = api.made.resource;
  const fix = `Add \`triggers = { redeployment = sha1(${address}.body) }\`.`;
  if (values.some((value) => readsFile(value, api))) {
    return [
      {
        ...base,
        code: 'terraform-not-redeployed',
        message:
          'the trigger reads only the file of the document: a changed value of a placeholder is imported but not live',
        fix: `Use \`sha1(${address}.body)\` as the trigger.`,
      },
    ];
  }
  const reason = values.map(reasonOf).find((one) => one !== undefined);
  if (reason !== undefined) {
    return [
      {
        ...base,
        code: 'terraform-not-followed',
        severity: 'info',
        message: `whether a change of the document makes a new deployment is not known: ${reason}`,
        fix: 'Check by hand that the trigger depends on the body of the API.',
      },
    ];
  }
  return [
    {
      ...base,
      code: 'terraform-not-redeployed',
      message: 'no trigger of the deployment depends on the document, so a change is imported but not live',
      fix,
    },
  ];
}

/** A value, and the arguments of the resources that it reads, such as `terraform_data`. */
function withSources(value: Value, { resources }: EvaluatedTree): readonly Value[] {
  const others = identitiesIn(value).flatMap((identity) =>
    resources
      .filter(({ instance, resource, key }) =>
        isSame(identity, { instance, address: resource.address, ...(key === undefined ? {} : { key }) }),
      )
      .filter(({ resource }) => !resource.type.startsWith('aws_'))
      .flatMap(({ body }) => [...body.attributes.values()]),
  );
  return [value, ...others];
}

function readsBody(value: Value, api: CheckedApi): boolean {
  return (
    documentsIn(value).some(({ source }) => api.sources.some(({ at }) => at === source.at)) ||
    resourcesIn(value).some(
      (one) =>
        (one.path.length === 0 || one.path[0] === 'body') &&
        isSame(api.identity, { ...one, address: one.resource.address }),
    )
  );
}

/** `timestamp()` and the like. */
function changesAlways(value: Value): boolean {
  return partsOf(value).some((part) => part.kind === 'unknown' && /`(timestamp|uuid)`/.test(part.why));
}

/** `filesha1("api.json")` */
function readsFile(value: Value, { sources }: CheckedApi): boolean {
  return partsOf(value).some(
    (part) =>
      part.kind === 'known' &&
      typeof part.value === 'string' &&
      sources.some(
        ({ file, instance }) => file !== undefined && resolvesTo(file, String(part.value), instance.root),
      ),
  );
}

function resolvesTo(file: string, path: string, root: string): boolean {
  return path !== '' && (file === path || file === `${root}/${path.replace(/^\.\//, '')}`);
}

function checkLifecycle(made: ResourceInstance): readonly Found[] {
  const lifecycle = made.body.blocks.find(({ type }) => type === 'lifecycle');
  const value = lifecycle?.body.attributes.get('create_before_destroy');
  if (value?.kind === 'known' && value.value === true) return [];
  return [
    {
      code: 'terraform-deployment-in-use',
      severity: 'warning',
      at: made.resource.at,
      address: addressOf(made),
      message:
        'without `create_before_destroy`, Terraform deletes the old deployment first, which fails while the stage uses it',
      fix: 'Add `lifecycle { create_before_destroy = true }`.',
    },
  ];
}

function checkStage(api: CheckedApi, tree: EvaluatedTree): readonly Found[] {
  const stages = listOf('aws_apigatewayv2_stage', 'api_id', api, tree);
  return stages.flatMap((made): readonly Found[] => {
    const value = made.body.attributes.get('auto_deploy');
    if (value?.kind === 'known' && value.value === true) return [];
    if (value && value.kind !== 'known') return [];
    if (made.body.attributes.has('deployment_id')) return [];
    return [
      {
        code: 'terraform-not-redeployed',
        severity: 'warning',
        at: placeOfArgument(made, 'auto_deploy'),
        address: addressOf(made),
        message: '`auto_deploy` is not true, so a change of the document is imported but not live',
        fix: 'Add `auto_deploy = true`.',
      },
    ];
  });
}

/** The resources of a type that belong to an API. */
function listOf(
  type: string,
  argument: string,
  { identity }: CheckedApi,
  { resources }: EvaluatedTree,
): readonly ResourceInstance[] {
  return resources.filter(({ resource, body }) => {
    const id = body.attributes.get(argument);
    return (
      resource.type === type && id !== undefined && identitiesIn(id).some((one) => isSame(one, identity))
    );
  });
}
