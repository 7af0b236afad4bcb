import { isObject } from '../openapi/openapi.js';
import type { AwsServiceCommonOptions } from '../decorators/service-options.js';
import { shapes, type OptionsShape, type ShapesOf } from '../options/option-shape.js';
import { LAMBDA, REGION_SHAPE } from '../options/option-shapes.js';
import { arn } from './resource-shapes.js';
import type { ServiceKind } from './service-integrations.js';
import { SERVICES } from './services.js';

const { credentials, timeout, requestTemplates, responses } = LAMBDA.options;

/** What every service takes. */
const COMMON = {
  credentials,
  region: REGION_SHAPE,
  kmsKeyArn: arn('kms', 'key/ID', 'key/[\\w-]+'),
  timeout,
  requestTemplates,
  responses,
} satisfies ShapesOf<AwsServiceCommonOptions>;

/** The shape of one action, with what every service takes. */
export function serviceShape(kind: ServiceKind, given: unknown): OptionsShape {
  const { defaultAction } = SERVICES[kind];
  const actions: Readonly<Record<string, OptionsShape>> = SERVICES[kind].actions;
  const actionless = defaultAction === '';
  const wanted = isObject(given) && !actionless ? given['action'] : undefined;
  const chosen = wanted ?? defaultAction;
  const shape = typeof chosen === 'string' && Object.hasOwn(actions, chosen) ? actions[chosen] : undefined;
  const names = shapes.oneOf(...Object.keys(actions));
  // Without a known action nothing else can be judged.
  if (!shape) {
    const anything = { expected: '', accepts: () => true };
    const others = isObject(given)
      ? Object.fromEntries(Object.keys(given).map((option) => [option, anything]))
      : {};
    return { options: { ...others, action: names }, required: ['action'] };
  }
  return { ...shape, options: { ...COMMON, ...(actionless ? {} : { action: names }), ...shape.options } };
}
