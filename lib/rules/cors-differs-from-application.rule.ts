import type { DiagnosticPlace } from '../diagnostics/diagnostic.js';
import type { ApplicationCors } from '../model/cors/application-cors.js';
import type { Cors } from '../model/cors/cors.js';
import { isSentOrigin, normalizeOrigin } from '../grammar/origin.js';
import { formatDeployValue, type DeployValue } from '../values/deploy-value.js';
import type { Rule } from './rule.js';
import { policyPlace } from './policy-place.js';
import { joinWords } from '../options/join-words.js';

/**
 * API Gateway answers the preflight and the application the request after it: a browser needs the consent of both.
 */
export const corsDiffersFromApplication: Rule = {
  code: 'cors-differs-from-application',
  severity: 'warning',
  *check({ applicationCors, routes }) {
    if (!applicationCors) return;
    for (const origin of listUnsent(applicationCors)) {
      yield {
        at: {},
        message: `\`enableCors\` allows \`${origin}\`, which no browser sends as its origin: NestJS compares the two letter by letter`,
        fix: 'Write each origin as a browser sends it, in lower case and without a path, a slash at the end or a default port, such as `https://app.example.com`. For all subdomains give `enableCors` a regular expression, for every origin `*` outside a list.',
      };
    }
    const seen = new Map<string, DiagnosticPlace>();
    for (const route of routes) {
      const { cors, origins, responder } = route;
      if (!cors || origins.cors.level === 'application' || responder?.kind !== 'application') continue;
      const at = policyPlace(route);
      const key = JSON.stringify(at);
      if (seen.has(key)) continue;
      seen.set(key, at);
      for (const message of listDifferences(cors, applicationCors)) {
        yield {
          at,
          message,
          fix: 'Give the policy and `app.enableCors` the same options, or remove the policy: it follows from `enableCors`.',
        };
      }
    }
  },
};

/** What the application allows and no browser sends. */
function listUnsent({ allowOrigins = [], listsAll }: ApplicationCors): readonly string[] {
  const unsent = allowOrigins.filter((origin) => origin !== '*' && !isSentOrigin(origin));
  return listsAll ? [...unsent, '*'] : unsent;
}

function listDifferences(cors: Cors, application: ApplicationCors): readonly string[] {
  return [
    ...compareOrigins(cors, application),
    ...(cors.allowCredentials === application.allowCredentials
      ? []
      : [
          `this CORS policy has \`allowCredentials: ${cors.allowCredentials}\`, but \`enableCors\` has \`credentials: ${application.allowCredentials}\``,
        ]),
  ];
}

/** Placeholders may be filled with anything. */
function compareOrigins({ allowOrigins, originList }: Cors, application: ApplicationCors): readonly string[] {
  if (!application.allowOrigins || originList || !allowOrigins.every(isKnown)) return [];
  const [here, there] = [
    allowOrigins.map(formatDeployValue),
    application.allowOrigins.map((origin) => formatDeployValue(normalizeOrigin(origin))),
  ];
  const [onlyHere, onlyThere] = [missing(here, there), missing(there, here)];
  return [
    ...(onlyHere.length > 0
      ? [`this CORS policy allows ${joinWords(onlyHere)}, but \`enableCors\` does not`]
      : []),
    ...(onlyThere.length > 0
      ? [`\`enableCors\` allows ${joinWords(onlyThere)}, but this CORS policy does not`]
      : []),
  ];
}

function isKnown(origin: DeployValue): boolean {
  return origin['@deploy'].every((part) => typeof part === 'string');
}

/** An application that allows every origin may stand behind a policy that allows fewer. */
function missing(origins: readonly string[], others: readonly string[]): readonly string[] {
  if ([...origins, ...others].includes('*')) return [];
  return origins.filter((origin) => !others.includes(origin)).map((origin) => `\`${origin}\``);
}
