import type { Concern } from '../decorators/decorator-metadata.js';
import type { FaultPlace, OptionFault } from '../options/option-fault.js';
import type { SourceRoute } from './app-source.js';
import type { Origin } from './gateway-model.js';
import { ownerOf, type Given } from './given.js';

export type ModuleDefaults = Partial<Readonly<Record<Concern, Given>>>;

/** The declaration of a concern that counts for a route. */
export interface Picked {
  /** Absent: no level has one. */
  readonly given?: Given;
  readonly at: FaultPlace;
  readonly origin: Origin;
  /** Present: others stand beside it, and do not count. */
  readonly conflict?: OptionFault;
}

/** Handler over class over module. Each replaces the other as a whole. */
export function pickDeclaration(
  { controller, handler, declarations }: SourceRoute,
  concern: Concern,
  defaults: ModuleDefaults,
): Picked {
  const { handler: ofHandler, class: ofClass, base } = declarations[concern];
  if (ofHandler.length > 0) return pickFirst(ofHandler, { controller, handler }, 'handler');
  if (ofClass.length > 0) return pickFirst(ofClass, { controller }, 'class', base);
  const given = defaults[concern];
  return given ? pickFirst([given], {}, 'module') : { at: {}, origin: { level: 'default' } };
}

function pickFirst(
  declarations: readonly Given[],
  at: FaultPlace,
  level: Origin['level'],
  base?: string,
): Picked {
  const given = declarations[0]!;
  const decorator = given.owner ?? given.decorator;
  return {
    given,
    at,
    origin: { level, decorator, ...(base === undefined ? {} : { base }) },
    ...(declarations.length > 1 ? { conflict: conflictOf(declarations, at) } : {}),
  };
}

function conflictOf(declarations: readonly Given[], at: FaultPlace): OptionFault {
  return {
    code: 'conflicting-options',
    at,
    message: `${declarations.map(ownerOf).join(' and ')} stand side by side, and only one of them can count`,
    fix: 'Keep one of them.',
  };
}
