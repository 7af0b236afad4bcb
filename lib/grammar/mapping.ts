import { formatDeployText } from '../values/deploy-text.js';
import { fillWords, startsWithPlaceholder } from './read-target.js';

/** A valid name of a mapped parameter or header. */
export const MAPPED_NAME = /^[a-zA-Z0-9._$-]+$/;

/** The three places where values are mapped without a template. Each has its own grammar. */
export type MappingSide = 'request' | 'response' | 'gateway';

interface Grammar {
  readonly key: RegExp;
  /** A valid key without its name. */
  readonly keyFor: string;
  readonly sources: readonly RegExp[];
  readonly words: string;
}

const STAGE = /^stageVariables\.\w+$/;
const CONTEXT = /^context\.\S+$/;
const LITERAL = /^'[^']*'$/;
const COMMON = [STAGE, CONTEXT, LITERAL];

/**
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping-sources.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-gateway-responses.responseParameters.html
 */
const GRAMMARS: Readonly<Record<MappingSide, Grammar>> = {
  request: {
    key: /^integration\.request\.(?:header|querystring|path)\.(.+)$/,
    keyFor: 'integration.request.header.',
    sources: [
      /^method\.request\.(?:path|(?:multivalue)?(?:querystring|header))\.[a-zA-Z0-9._$-]+$/,
      /^method\.request\.body(?:[.[]\S+)?$/,
      ...COMMON,
    ],
    words:
      '`method.request.path.NAME`, `method.request.querystring.NAME`, `method.request.header.NAME`, `method.request.body`, `context.NAME` or `stageVariables.NAME`',
  },
  response: {
    key: /^method\.response\.header\.(.+)$/,
    keyFor: 'method.response.header.',
    sources: [
      /^integration\.response\.(?:multivalue)?header\.[a-zA-Z0-9._$-]+$/,
      /^integration\.response\.body(?:[.[]\S+)?$/,
      ...COMMON,
    ],
    words:
      '`integration.response.header.NAME`, `integration.response.body`, `context.NAME` or `stageVariables.NAME`',
  },
  gateway: {
    key: /^gatewayresponse\.(?:header|querystring|path)\.(.+)$/,
    keyFor: 'gatewayresponse.header.',
    sources: [
      /^method\.request\.(?:path|querystring|header)\.[a-zA-Z0-9._$-]+$/,
      // One of AWS's own examples has it.
      /^method\.input\.params\.[a-zA-Z0-9._$-]+$/,
      ...COMMON,
    ],
    words: '`method.request.header.NAME`, `context.NAME` or `stageVariables.NAME`',
  },
};

export interface MappingFault {
  readonly message: string;
  readonly fix: string;
}

/** What import rejects in a mapping. */
export function findMappingFaults(side: MappingSide, key: string, value: unknown): readonly MappingFault[] {
  return [findKeyFault(side, key), findValueFault(side, key, value)].filter((fault) => fault !== undefined);
}

function findKeyFault(side: MappingSide, key: string): MappingFault | undefined {
  const { key: pattern, keyFor } = GRAMMARS[side];
  const name = pattern.exec(key)?.[1];
  if (name === undefined) {
    const last = key.slice(key.lastIndexOf('.') + 1);
    return {
      message: `the mapping \`${key}\` is not a target that API Gateway knows`,
      fix: `Write \`${keyFor}${MAPPED_NAME.test(last) ? last : 'NAME'}\`${side === 'request' ? ', or the same with `querystring` or `path`' : ''}.`,
    };
  }
  if (MAPPED_NAME.test(name)) return undefined;
  return {
    message: `the mapping \`${key}\` has the name \`${name}\`, which API Gateway cannot map`,
    fix: 'Use a name of letters, digits, `.`, `_`, `$` and `-`.',
  };
}

function findValueFault(side: MappingSide, key: string, value: unknown): MappingFault | undefined {
  if (startsWithPlaceholder(value)) return undefined;
  const text = fillWords(value);
  const { sources, words } = GRAMMARS[side];
  if (sources.some((source) => source.test(text))) return undefined;
  const message = `the mapping \`${key}\` is \`${formatDeployText(value)}\`, which is neither text in single quotes nor a source of API Gateway`;
  if (/^'[^]+'$/.test(text)) {
    return {
      message: `the mapping \`${key}\` is \`${formatDeployText(value)}\`, whose text contains a single quote, which ends the text`,
      fix: "Remove `'` from the text: API Gateway has no escape for it.",
    };
  }
  if (text.startsWith('$')) {
    const name = text.replace(/^\$!?\{?/, '').replace(/\}$/, '');
    return sources.some((source) => source.test(name))
      ? { message, fix: `Write \`${name}\`: a mapping is not a template.` }
      : { message, fix: `Write text in single quotes, ${words}: a mapping is not a template.` };
  }
  return /^[\w-]+\.\S/.test(text) && !text.includes('/')
    ? { message, fix: `Write ${words}, or fixed text as \`'${formatDeployText(value)}'\`.` }
    : { message, fix: `Write \`'${formatDeployText(value)}'\` for fixed text, or ${words}.` };
}
