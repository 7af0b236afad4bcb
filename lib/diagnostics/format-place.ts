import type { DiagnosticPlace } from './diagnostic.js';

type Maybe<Place> = { readonly [Member in keyof Place]: Place[Member] | undefined };

/** The place as text: `src/users.controller.ts:12:3 - UsersController.create, POST /users`. */
export function formatPlace(at: Maybe<DiagnosticPlace>): string {
  const { controller, handler, method, path, member, option, address } = at;
  const code = [controller, handler].filter((name) => name !== undefined).join('.');
  const route = [method, path].filter((name) => name !== undefined).join(' ');
  const part = member === undefined ? '' : `\`${member}\``;
  const file = formatFile(at);
  const words = [option, address, code, route, part].filter(Boolean).join(', ');
  if (file === undefined) return words || FOR_ROOT;
  // Without a column it is a file that the command writes, which is the place itself.
  const named = words || (at.column === undefined ? '' : FOR_ROOT);
  return [file, named].filter(Boolean).join(' - ');
}

const FOR_ROOT = 'AwsGatewayModule.forRoot';

/** `src/users.controller.ts:12:3`, which terminals and editors open. */
function formatFile({ file, line, column }: Maybe<DiagnosticPlace>): string | undefined {
  return file === undefined ? undefined : [file, line, column].filter((part) => part !== undefined).join(':');
}
