import type { Type } from '@nestjs/common';
import type { ReusedSchema } from '../../model/app-source.js';
import { listReusedNames, type Named } from './list-reused-names.js';
import { SWAGGER_KEYS } from '../swagger-keys.js';
import { propertiesOf, type ModelUser } from './walk-models.js';

/** Values of `enumName` that two enums share. Nest writes one schema for a name, that of the enum which it meets first. */
export function listReusedEnums(
  models: ReadonlyMap<Type, ModelUser>,
  handlers: readonly ModelUser[],
): readonly ReusedSchema[] {
  const named = [
    ...[...models].flatMap(([model, user]) =>
      propertiesOf(model).flatMap(({ options }) => readEnum(options, options, user)),
    ),
    ...handlers.flatMap((user) => listParameters(user).flatMap((one) => readEnum(one, one['schema'], user))),
  ];
  return listReusedNames(named, 'enum');
}

type Options = Readonly<Record<string, unknown>>;

/** The values of a list of an enum stand in its items. */
function readEnum({ enumName: name }: Options, schema: unknown, user: ModelUser): readonly Named[] {
  const { enum: own, items } = (schema ?? {}) as Options;
  const values = own ?? (items as Options | undefined)?.['enum'];
  if (typeof name !== 'string' || !Array.isArray(values)) return [];
  return [{ name, identity: JSON.stringify(values), user }];
}

function listParameters({ handler }: ModelUser): readonly Options[] {
  const parameters: unknown = Reflect.getMetadata(SWAGGER_KEYS.parameters, handler);
  return Array.isArray(parameters) ? parameters : [];
}
