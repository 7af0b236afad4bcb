/** A module that applies decorators as a compiler would. */
export const DECORATE = `
export function decorate(decorators, target, key, types) {
  if (types) {
    Reflect.defineMetadata('design:type', types.type ?? Function, target, key);
    if (types.parameters) Reflect.defineMetadata('design:paramtypes', types.parameters, target, key);
  }
  const descriptor = key && types.parameters ? Object.getOwnPropertyDescriptor(target, key) : undefined;
  for (const decorator of decorators.toReversed()) decorator(target, key, descriptor);
}
`;
