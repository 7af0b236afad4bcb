/** `SchemaObjectFactory.exploreModelSchema` of `@nestjs/swagger`: writes the schema of a model, and answers its name. */
export type ExploreModel = (
  this: unknown,
  model: unknown,
  schemas: Readonly<Record<string, unknown>>,
  ...rest: readonly unknown[]
) => string;

interface Explored {
  readonly names: Map<unknown, string>;
  readonly models: Map<string, unknown>;
  /** Whether two models share a name: which one is written last then matters. */
  shared: boolean;
}

/**
 * NestJS explores a model again wherever a handler names it, with the same result. This explores it once for each
 * document, until two models share a name.
 */
export function exploreOnce(explore: ExploreModel): ExploreModel {
  const documents = new WeakMap<object, Explored>();
  return function (model, schemas, ...rest) {
    let explored = documents.get(schemas);
    if (!explored)
      documents.set(schemas, (explored = { names: new Map(), models: new Map(), shared: false }));
    const known = explored.shared ? undefined : explored.names.get(model);
    if (known !== undefined) return known;
    const name = explore.call(this, model, schemas, ...rest);
    if (name === '') return name;
    const { names, models } = explored;
    if (models.has(name) && models.get(name) !== model) explored.shared = true;
    names.set(model, name);
    models.set(name, model);
    return name;
  };
}
