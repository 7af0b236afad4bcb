import type { GatewayModel } from './gateway-model.js';

/** Reads something from each model once. */
export function perModel<Value extends object | string>(
  read: (model: GatewayModel) => Value,
): (model: GatewayModel) => Value {
  const known = new WeakMap<GatewayModel, Value>();
  return (model) => {
    const value = known.get(model) ?? read(model);
    known.set(model, value);
    return value;
  };
}
