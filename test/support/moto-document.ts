interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly 'x-amazon-apigateway-integration'?: { readonly type?: string };
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** A copy of a private document that moto imports. */
export function suitMoto(document: Document): Document {
  return {
    ...document,
    paths: mapValues(document.paths, (item, path) => {
      const greedy = /\{([^}]+)\+\}/.exec(path)?.[1];
      return mapValues(item, (operation) => {
        const { parameters, 'x-amazon-apigateway-integration': integration } = operation;
        return {
          ...operation,
          // Its validator of documents does not know that a greedy variable is declared without its `+`.
          ...(parameters
            ? {
                parameters: parameters.map((parameter) =>
                  parameter.in === 'path' && parameter.name === greedy
                    ? { ...parameter, name: `${greedy}+` }
                    : parameter,
                ),
              }
            : {}),
          // It answers 500 for a mock without a backend, which AWS ignores.
          ...(integration?.type === 'mock'
            ? { 'x-amazon-apigateway-integration': { ...integration, uri: 'mock', httpMethod: 'POST' } }
            : {}),
        };
      });
    }),
  };
}

function mapValues<Value, Mapped>(
  object: Readonly<Record<string, Value>>,
  change: (value: Value, key: string) => Mapped,
): Record<string, Mapped> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}
