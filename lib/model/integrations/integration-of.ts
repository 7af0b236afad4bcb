import type { Integration } from './integration.js';
import type { Place } from '../routes/route.js';

/** An integration without the route, which only an HTTP backend needs to know. */
export type IntegrationOf = (place: Place) => Integration;
