import { isRequestValue, type RequestValue } from '../values/request-value.js';

/** Every request value in a JSON-like value, those inside texts too. */
export function* listRequestValues(value: unknown): Generator<RequestValue> {
  if (typeof value !== 'object' || value === null) return;
  if (isRequestValue(value)) {
    yield value;
    if (value['@request'] === 'text') yield* listRequestValues(value.parts);
  } else {
    for (const item of Object.values(value)) yield* listRequestValues(item);
  }
}
