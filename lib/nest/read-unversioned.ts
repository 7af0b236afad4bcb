import { VERSION_NEUTRAL, type Type } from '@nestjs/common';
import { VERSION_METADATA } from '@nestjs/common/constants.js';
import type { SourceRoute } from '../model/app-source.js';

/** The versions of a route, the handler's before those of its class, in an application that enables no versioning. */
export function readUnversioned(controller: Type, handler: object): Pick<SourceRoute, 'unversioned'> {
  for (const [target, on] of [
    [handler, 'handler'],
    [controller, 'class'],
  ] as const) {
    const given: unknown = Reflect.getMetadata(VERSION_METADATA, target);
    const versions = [given].flat().filter((version) => typeof version === 'string' && version !== '');
    if (versions.length > 0) return { unversioned: { versions: versions.map(String), on } };
    if (given === VERSION_NEUTRAL) return {};
  }
  return {};
}
