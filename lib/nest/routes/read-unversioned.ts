import { VERSION_NEUTRAL, type Type } from '@nestjs/common';
import { VERSION_METADATA } from '@nestjs/common/constants.js';
import type { SourceRoute } from '../../model/app-source.js';

type Unversioned = NonNullable<SourceRoute['unversioned']>;

/** By class, whose declaration is one for all its routes, and by handler. */
const known = new WeakMap<Type, Map<object, Unversioned>>();

/**
 * The versions of a route, the handler's before those of its class, in an application that enables no versioning. The
 * routes of one declaration share one object.
 */
export function readUnversioned(controller: Type, handler: object): Pick<SourceRoute, 'unversioned'> {
  const ofClass = known.get(controller) ?? new Map<object, Unversioned>();
  known.set(controller, ofClass);
  for (const [target, on] of [
    [handler, 'handler'],
    [controller, 'class'],
  ] as const) {
    const given: unknown = Reflect.getMetadata(VERSION_METADATA, target);
    if (given === undefined) continue;
    const versions = [given].flat().filter((version) => typeof version === 'string' && version !== '');
    if (versions.length > 0) {
      const unversioned = ofClass.get(target) ?? { versions: versions.map(String), on };
      ofClass.set(target, unversioned);
      return { unversioned };
    }
    if (given === VERSION_NEUTRAL) return {};
  }
  return {};
}
