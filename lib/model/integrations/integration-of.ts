import type { Integration, Place } from '../gateway-model.js';

/** An integration without the route, which only an HTTP backend needs to know. */
export type IntegrationOf = (place: Place) => Integration;
