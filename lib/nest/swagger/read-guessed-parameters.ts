import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { ParameterReference } from '../../model/app-source.js';
import { listFilledMembers } from '../models/list-filled-members.js';
import { listUnaskedMembers } from '../models/list-unasked-members.js';
import type { NestRoute } from '../routes/read-routes.js';
import { SWAGGER_KEYS } from '../swagger-keys.js';
import { isModel } from '../models/walk-models.js';

const PLACES: Readonly<Record<string, ParameterReference['in']>> = {
  [RouteParamtypes.QUERY]: 'query',
  [RouteParamtypes.HEADERS]: 'header',
};

/**
 * The parameters that only an argument of the handler names, such as `@Query('page') page: number`. Nest documents them
 * as required, but calls the handler without them: it may have a default, or a pipe that has one. Of an object of
 * parameters, those that its class fills in, and those that class-validator does not ask for.
 */
export function readGuessedParameters({
  handler,
  args,
}: Pick<NestRoute, 'handler' | 'args'>): readonly ParameterReference[] {
  const declared = (Reflect.getMetadata(SWAGGER_KEYS.parameters, handler) ??
    []) as readonly ParameterReference[];
  return args.flatMap((argument): readonly ParameterReference[] => {
    const { type, data: name } = argument;
    const place = PLACES[argument.place];
    if (!place) return [];
    if (name === undefined) return listFilled(type).map((filled) => ({ in: place, name: filled }));
    if (typeof name !== 'string') return [];
    const isDeclared = declared.some((one) => one.in === place && one.name === name);
    return isDeclared ? [] : [{ in: place, name }];
  });
}

function listFilled(type: unknown): readonly string[] {
  return isModel(type) ? [...listFilledMembers(type), ...listUnaskedMembers(type)] : [];
}
