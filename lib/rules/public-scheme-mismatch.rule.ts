import type { Authorizer } from '../model/authorizers/authorizer.js';
import { show } from '../options/option-shape.js';
import { formatDeployValue } from '../values/deploy-value.js';
import { placeOf, type Rule } from './rule.js';
import { joinWords } from '../options/join-words.js';

/** Clients follow the public document: they get 401 if they send the credential where the authorizer does not read it. */
export const publicSchemeMismatch: Rule = {
  code: 'public-scheme-mismatch',
  severity: 'warning',
  *check({ authorizers, routes }) {
    for (const [index, authorizer] of authorizers.entries()) {
      const read = readPlaces(authorizer);
      const shown = shownPlace(authorizer.publicScheme);
      if (read.length === 0 || shown === undefined || read.some((place) => same(place, shown))) continue;
      const route = routes.find((user) => user.authorizer?.index === index);
      if (!route) continue;
      yield {
        at: placeOf(route),
        message: `the authorizer \`${formatDeployValue(authorizer.name)}\` reads ${joinWords(read.map(show))}, but its \`publicScheme\` tells clients to send \`${shown}\``,
        fix: 'Set `publicScheme` to what the authorizer reads, or remove it: by default it follows the authorizer.',
      };
    }
  },
};

/** Where an authorizer reads the credential of the caller. Empty where that is unknown. */
function readPlaces(authorizer: Authorizer): readonly string[] {
  switch (authorizer.kind) {
    case 'lambda':
      return authorizer.identitySources
        .filter(({ from }) => from === 'header' || from === 'query')
        .map(({ from, name }) => `${from}.${name}`);
    case 'cognito':
      return [`header.${authorizer.header}`];
    case 'jwt':
      return [`${authorizer.identitySource.from}.${authorizer.identitySource.name}`];
    case 'iam':
      return [];
  }
}

/** Where a client of the public document sends it. */
function shownPlace({ type, in: place, name }: Authorizer['publicScheme']): string | undefined {
  if (type !== 'apiKey') return 'header.Authorization';
  if (place === 'cookie') return 'header.Cookie';
  return typeof place === 'string' && typeof name === 'string' ? `${place}.${name}` : undefined;
}

/** Names of query parameters are case-sensitive, names of headers are not. */
function same(place: string, shown: string): boolean {
  return place === shown || (place.startsWith('header.') && place.toLowerCase() === shown.toLowerCase());
}
