import { conflict, type FaultPlace, type OptionFault } from './option-fault.js';
import { isObject } from '../openapi/openapi.js';
import { fillWords, readTarget, startsWithPlaceholder } from '../grammar/read-target.js';

/** Fields of an integration object that have no effect together with other fields. */
export function rawConflicts(owner: string, given: unknown, at: FaultPlace): readonly OptionFault[] {
  if (!isObject(given)) return [];
  const type = fillWords(given['type']).toLowerCase();
  const ofOwner = (message: string, fix: string): OptionFault =>
    conflict(at, message.replace('@', owner), fix);
  const unused = (name: string, why: string): OptionFault[] =>
    given[name] === undefined
      ? []
      : [ofOwner(`the option \`${name}\` of @ has no effect ${why}`, `Remove \`${name}\`.`)];
  const isHttp = type.startsWith('http');
  const isProxy = type.endsWith('_proxy');
  const linked = given['connectionType'] === 'VPC_LINK';
  return [
    ...(isProxy ? UNUSED_IN_PROXY.filter((name) => saysSomething(name, given[name])) : []).map((name) =>
      ofOwner(
        `the option \`${name}\` of @ has no effect with \`type: '${type}'\`: a proxy passes the request and the response unchanged`,
        `Remove \`${name}\`, or set \`type: '${type.slice(0, -'_proxy'.length)}'\`.`,
      ),
    ),
    ...(type === 'aws_proxy' &&
    readTarget(given['uri']) === 'function' &&
    mapsForRestApi(given['requestParameters'])
      ? unused(
          'requestParameters',
          "with `type: 'aws_proxy'` and a function: the event contains the request unchanged",
        )
      : []),
    ...(given['integrationSubtype'] === undefined ? [] : subtypeConflicts(type, given, unused)),
    ...(!isProxy && isNever(given['passthroughBehavior']) && isNothing(given['requestTemplates'])
      ? [
          ofOwner(
            "@ has `passthroughBehavior: 'never'`, but no `requestTemplates`: every call returns 415",
            "Add `requestTemplates: { 'application/json': '…' }`, or remove `passthroughBehavior`.",
          ),
        ]
      : []),
    ...(isHttp
      ? []
      : ['connectionType', 'connectionId', 'integrationTarget', 'tlsConfig'].flatMap((name) =>
          unused(name, `with \`type: '${type}'\`, which calls no HTTP backend`),
        )),
    ...(isHttp && linked && given['connectionId'] === undefined
      ? [
          ofOwner(
            "@ has `connectionType: 'VPC_LINK'`, but no `connectionId`",
            "Set `connectionId: '${vpc_link_id}'`.",
          ),
        ]
      : []),
    ...(isHttp && !linked
      ? ['connectionId', 'integrationTarget']
          .filter((name) => given[name] !== undefined)
          .map((name) =>
            ofOwner(
              `the option \`${name}\` of @ has no effect without \`connectionType: 'VPC_LINK'\``,
              `Set \`connectionType: 'VPC_LINK'\`, or remove \`${name}\`.`,
            ),
          )
      : []),
    ...(given['responseTransferMode'] === 'STREAM' ? streamConflicts(type, given['uri'], ofOwner) : []),
  ];
}

/** An HTTP API changes the request of a function too, by keys such as `overwrite:path`. */
function mapsForRestApi(parameters: unknown): boolean {
  return (
    parameters !== undefined &&
    !(isObject(parameters) && Object.keys(parameters).every((key) => /^(append|overwrite|remove):/.test(key)))
  );
}

/** A first-class integration has parameters instead of an address. */
function subtypeConflicts(
  type: string,
  given: Readonly<Record<string, unknown>>,
  unused: (name: string, why: string) => readonly OptionFault[],
): readonly OptionFault[] {
  if (type !== 'aws_proxy') return unused('integrationSubtype', `with \`type: '${type}'\``);
  return [
    ...['uri', 'httpMethod'].flatMap((name) => unused(name, 'with `integrationSubtype`')),
    ...(given['payloadFormatVersion'] === '2.0'
      ? unused('payloadFormatVersion', 'with `integrationSubtype`, whose only version is `1.0`')
      : []),
  ];
}

const UNUSED_IN_PROXY = ['requestTemplates', 'responses', 'passthroughBehavior'];

/** Exported definitions contain the defaults, which are harmless. */
function saysSomething(name: string, value: unknown): boolean {
  if (value === undefined) return false;
  if (name === 'passthroughBehavior') return fillWords(value).toLowerCase() !== 'when_no_match';
  if (name === 'requestTemplates') return !isEmpty(value);
  return !isObject(value) || Object.values(value).some(saysMoreThanStatus);
}

function saysMoreThanStatus(answer: unknown): boolean {
  return (
    !isObject(answer) || Object.entries(answer).some(([key, item]) => key !== 'statusCode' && !isEmpty(item))
  );
}

function isNever(behavior: unknown): boolean {
  return fillWords(behavior).toLowerCase() === 'never';
}

function isNothing(templates: unknown): boolean {
  return templates === undefined || isEmpty(templates);
}

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

/** "Set up a Lambda proxy integration with payload response streaming" */
function streamConflicts(
  type: string,
  uri: unknown,
  ofOwner: (message: string, fix: string) => OptionFault,
): readonly OptionFault[] {
  if (!type.endsWith('_proxy')) {
    return [
      ofOwner(
        `@ has \`responseTransferMode: 'STREAM'\` with \`type: '${type}'\`, but a stream needs a proxy type`,
        `Set \`type: '${type}_proxy'\`, or remove \`responseTransferMode\`.`,
      ),
    ];
  }
  return type === 'aws_proxy' && !startsWithPlaceholder(uri) && fillWords(uri).endsWith('/invocations')
    ? [
        ofOwner(
          "@ has `responseTransferMode: 'STREAM'`, but its `uri` invokes the function without streaming",
          'Set `uri` to `response_streaming_invoke_arn` of Terraform, a URI with `path/2021-11-15` and `/response-streaming-invocations`.',
        ),
      ]
    : [];
}
