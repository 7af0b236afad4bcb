import type { Concern, DecoratorOf } from '../../decorators/decorator-metadata.js';
import { findUnreadable } from '../../options/find-unreadable.js';
import type { FaultPlace, OptionFault } from '../../options/option-fault.js';
import type { SourceRoute } from '../app-source.js';
import { CONCERN_READERS, type ConcernValues } from './concern-readers.js';
import type { Origin } from '../routes/route.js';
import { ownerOf, type Given, type Read, type ReadGiven } from '../declarations/given.js';
import { unreadableFault } from '../declarations/drop-unreadable.js';
import { pickDeclaration, type ModuleDefaults } from '../declarations/pick-declaration.js';

/** What counts for a route of one concern. */
export interface Setting<Value> {
  /** Some level has a declaration, readable or not. */
  readonly isDeclared: boolean;
  readonly value?: Value;
  readonly origin: Origin;
}

export interface ConcernReader {
  readonly readSetting: <C extends Concern>(route: SourceRoute, concern: C) => Setting<ConcernValues[C]>;
  readonly read: <C extends Concern>(
    concern: C,
    given: Given,
    at: FaultPlace,
  ) => ConcernValues[C] | undefined;
  /** What was found so far, each once. */
  readonly faults: readonly OptionFault[];
}

/** Reads each declaration once, however many routes it reaches. */
export function createConcernReader(defaults: ModuleDefaults): ConcernReader {
  const faults: OptionFault[] = [];
  const values = new Map<Given, unknown>();
  const conflicts = new Map<Given | undefined, Set<string>>();

  const read: ConcernReader['read'] = <C extends Concern>(concern: C, given: Given, at: FaultPlace) => {
    if (!values.has(given)) {
      const { value, faults: found } = readData(readerOf(concern, given), given, at);
      faults.push(...found);
      values.set(given, value);
    }
    return values.get(given) as ConcernValues[C] | undefined;
  };
  const report = (conflict: OptionFault, given: Given | undefined): void => {
    // By the declaration too: two classes may share a name, and two may inherit one declaration.
    const places = conflicts.get(given) ?? new Set<string>();
    const place = `${conflict.at.controller} ${conflict.at.handler}`;
    conflicts.set(given, places);
    if (places.has(place)) return;
    places.add(place);
    faults.push(conflict);
  };
  return {
    faults,
    read,
    readSetting: (route, concern) => {
      const { given, at, origin, conflict } = pickDeclaration(route, concern, defaults);
      if (conflict) report(conflict, given);
      const value = given && read(concern, given, at);
      const isDeclared = given !== undefined;
      return value === undefined ? { isDeclared, origin } : { isDeclared, origin, value };
    },
  };
}

/** From here on arguments are data: nothing in them refers to itself or throws. */
function readData<Value>(reader: ReadGiven<Value>, given: Given, at: FaultPlace): Read<Value> {
  const found = findUnreadable(given.args, ARGUMENTS)?.replace(/`arguments\[\d+\]\.?/, '`');
  return found === undefined
    ? reader(given, at)
    : { faults: [unreadableFault(ownerOf(given), found.replace(/^``/, '`options`'), at)] };
}

const ARGUMENTS = 'arguments';

function readerOf<C extends Concern>(concern: C, { decorator }: Given): ReadGiven<ConcernValues[C]> {
  const readers: Readonly<Record<string, ReadGiven<ConcernValues[C]>>> = CONCERN_READERS[concern];
  return readers[decorator as DecoratorOf<C>]!;
}
