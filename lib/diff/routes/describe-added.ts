import type { Found } from '../change.js';
import { isGuarded, type Guards } from '../security/compare-guards.js';

/** A route that is added. It is a risk where anyone can call it, unless the whole API was open before. */
export function describeAdded(guards: Guards, someGuarded: boolean): Found {
  return someGuarded && !isGuarded(guards)
    ? {
        kind: 'open-route-added',
        message: 'the route is added, and anyone can call it: it has no authorizer and no API key',
      }
    : { kind: 'route-added', message: 'the route is added' };
}
