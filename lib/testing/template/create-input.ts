import { JavaObject, type JavaMap, type JavaValue } from '../java/java-value.js';
import { readJson } from '../java/read-json.js';
import { writeJson } from '../java/write-json.js';
import { readPath } from './json-path.js';

/** The caller's parameters, by place: those of the path as they stand in the URL, those of the query decoded. */
export interface InputParameters {
  /** Path parameters by name. */
  readonly path: Readonly<Record<string, string>>;
  /** Query parameters by name. */
  readonly querystring: Readonly<Record<string, string>>;
  /** Headers by name. */
  readonly header: Readonly<Record<string, string>>;
}

/** The body is not JSON, but the template reads it as JSON. */
export class InvalidJsonBody extends Error {}

/** `$input`, over a body and the caller's parameters. */
export function createInput(given: string, parameters: InputParameters): JavaObject {
  // An empty body renders as an empty object.
  const body = given === '' ? '{}' : given;
  let document: { readonly root: JavaValue } | undefined;
  const read = (path: JavaValue): JavaValue | undefined => {
    if (typeof path !== 'string') return undefined;
    document ??= { root: parseBody(body) };
    return readPath(path, document.root);
  };
  const places = ['path', 'querystring', 'header'] as const;
  let maps: JavaMap | undefined;
  return new JavaObject(
    { body },
    {
      // What is missing is an empty string, and null is one too, but for JSON.
      path: (path = null) => read(path) ?? '',
      json: (path = null) => {
        const found = read(path);
        return writeJson(found === undefined ? '' : found);
      },
      params: (name) => {
        if (name === undefined) {
          return (maps ??= new Map(
            places.map((place): [string, JavaMap] => [place, new Map(Object.entries(parameters[place]))]),
          ));
        }
        const found = places.find((place) => Object.hasOwn(parameters[place], String(name)));
        return found === undefined ? '' : parameters[found][String(name)]!;
      },
    },
  );
}

function parseBody(body: string): JavaValue {
  try {
    return readJson(body);
  } catch (thrown) {
    throw new InvalidJsonBody(`Could not parse request body into json: ${(thrown as Error).message}`);
  }
}
