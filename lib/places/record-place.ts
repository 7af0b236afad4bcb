/** A string, so that two copies of the package in one process share the places. */
const KEY = 'nestjs-aws-gateway:places';

/** What is known of where something stands. It costs nothing to keep: the stack is read only for a diagnostic. */
export interface Recorded {
  /** The stack of the call, from the decorator up. */
  readonly call?: { readonly stack?: unknown };
  /** How many calls of the stack are this library's own. */
  readonly own?: number;
  /** The functions that stand there. */
  readonly functions?: RecordedFunctions;
}

export interface RecordedFunctions {
  readonly handler: object;
  readonly controller: object;
}

type Places = WeakMap<object, Recorded>;

const world = globalThis as { [KEY]?: Places };

/** From now on places are recorded. `apigen` calls it when it is imported; the served application never does. */
export function keepPlaces(): void {
  world[KEY] ??= new WeakMap();
}

/**
 * Remembers from where the caller of this function is called. Nothing if places are not kept.
 *
 * @param own how many calls of this library stand between this function and the code of the application
 */
export function takeCall(own: number): Recorded | undefined {
  if (!world[KEY]) return undefined;
  const { stackTraceLimit } = Error;
  const call = {};
  Error.stackTraceLimit = own + 1;
  Error.captureStackTrace(call, takeCall);
  Error.stackTraceLimit = stackTraceLimit;
  return { call, own };
}

/** Records where an object of the application comes from. */
export function recordPlace(of: object, place: Recorded | undefined): void {
  if (place) world[KEY]?.set(of, place);
}

/** Records which functions a declaration is about. */
export function recordFunctions(of: object, functions: RecordedFunctions): void {
  world[KEY]?.set(of, { functions });
}

/** What is known of an object. */
export function findPlace(of: object): Recorded | undefined {
  return world[KEY]?.get(of);
}
