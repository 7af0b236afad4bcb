import type { Concern } from '../../decorators/decorator-metadata.js';
import { conflict, type FaultPlace, type OptionFault } from '../../options/option-fault.js';
import type { SourceRoute } from '../app-source.js';
import type { Origin } from '../routes/route.js';
import { ownerOf, type Given } from './given.js';
import { joinWords } from '../../options/join-words.js';

export type ModuleDefaults = Partial<Readonly<Record<Concern, Given>>>;

/** The declaration of a concern that applies to a route. */
export interface Picked {
  /** Absent: no level has a declaration. */
  readonly given?: Given;
  readonly at: FaultPlace;
  readonly origin: Origin;
  /** Present: the same target has other declarations, which do not apply. */
  readonly conflict?: OptionFault;
}

const DEFAULT: Picked = { at: {}, origin: { level: 'default' } };

/** The handler wins over the class, the class over the module. Each replaces the other as a whole. */
export function pickDeclaration(
  { controller, handler, declarations }: SourceRoute,
  concern: Concern,
  defaults: ModuleDefaults,
): Picked {
  const { handler: ofHandler, class: ofClass, base } = declarations[concern];
  if (ofHandler.length > 0) return pickFirst(ofHandler, { controller, handler }, 'handler');
  if (ofClass.length > 0) return pickFirst(ofClass, { controller }, 'class', base);
  const given = defaults[concern];
  return given ? pickFirst([given], {}, 'module') : DEFAULT;
}

function pickFirst(
  declarations: readonly Given[],
  at: FaultPlace,
  level: Origin['level'],
  base?: string,
): Picked {
  const given = declarations[0]!;
  const { decorator } = given;
  const origin: Origin = base === undefined ? { level, decorator } : { level, decorator, base };
  return declarations.length > 1
    ? { given, at, origin, conflict: conflictOf(declarations, at) }
    : { given, at, origin };
}

function conflictOf(declarations: readonly Given[], at: FaultPlace): OptionFault {
  return conflict(
    at,
    `${joinWords(declarations.map(ownerOf))} are on the same ${at.handler === undefined ? 'class' : 'handler'}, but only one can apply`,
    `Remove ${declarations.map(ownerOf).join(' or ')}.`,
  );
}
