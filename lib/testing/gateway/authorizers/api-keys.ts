import { findHeader } from '../exchange-types.js';
import type { GatewayCall } from '../local-gateway-ports.js';
import { NotServed } from '../not-served.js';
import { refuse } from './refuse.js';

/** How often callers of a usage plan may call. */
export interface UsagePlan {
  /** How fast. Absent: as fast as the caller likes. */
  readonly throttle?: {
    /** Requests a second, over time. */
    readonly rateLimit: number;
    /** Requests at once. @default the rate */
    readonly burstLimit?: number;
  };
  /** How often in a period. Absent: as often as the caller likes. */
  readonly quota?: {
    /** Requests in a period. */
    readonly limit: number;
    /** When the count starts again, in UTC. */
    readonly period: 'DAY' | 'WEEK' | 'MONTH';
  };
}

/** A key of a caller. */
export interface ApiKey {
  /** What callers send in `x-api-key`. */
  readonly value: string;
  /** `$context.identity.apiKeyId`. @default 'local' */
  readonly id?: string;
  /** @default true */
  readonly enabled?: boolean;
  /** Absent: as often as the caller likes. */
  readonly plan?: UsagePlan;
}

export interface ApiKeySettings {
  /** Keys that are accepted, or their values. Absent: a route that asks for a key returns 501. */
  readonly apiKeys?: readonly (string | ApiKey)[];
}

/** What a key has used so far. */
interface Usage {
  tokens: number;
  /** Milliseconds. */
  at: number;
  period: string;
  count: number;
}

/** Checks keys and their usage plans; resolves to what `$context.identity` has of them. */
export type CheckApiKey = (
  call: GatewayCall,
  fromAuthorizer: string | undefined,
) => Readonly<Record<string, unknown>>;

/** @param now milliseconds */
export function createApiKeyCheck({ apiKeys }: ApiKeySettings, now: () => number): CheckApiKey {
  const keys = new Map(
    apiKeys
      ?.map((key) => (typeof key === 'string' ? { value: key } : key))
      .map((key): [string, ApiKey] => [key.value, key]),
  );
  const usages = new Map<string, Usage>();
  return (call, fromAuthorizer) => {
    const step = 'API key';
    if (!apiKeys)
      throw new NotServed(
        'The route needs an API key, and none is known here. Give one: `--api-key VALUE`, or `serve: { apiKeys }`.',
      );
    const source = call.route.document['x-amazon-apigateway-api-key-source'];
    const isFromAuthorizer = String(source ?? 'HEADER').toUpperCase() === 'AUTHORIZER';
    const given = isFromAuthorizer ? fromAuthorizer : findHeader(call.view.params.header, 'x-api-key');
    const where = isFromAuthorizer ? '`usageIdentifierKey` of the authorizer' : 'the header x-api-key';
    const key = given === undefined ? undefined : keys.get(given);
    if (!key || key.enabled === false) {
      const why =
        given === undefined ? 'is missing' : key ? 'is that of a disabled key' : 'is not a known key';
      refuse(call, { type: 'INVALID_API_KEY', step, outcome: `403: ${where} ${why}` });
    }
    const usage = count(usages, key, now());
    if (usage.refused)
      refuse(call, { step, type: usage.refused, outcome: `429: ${usage.outcome}`, data: usage.data });
    const { id = 'local' } = key;
    call.explain({ step, outcome: `the key ${id} is known${usage.outcome}`, data: usage.data });
    return { apiKey: key.value, apiKeyId: id };
  };
}

interface Counted {
  readonly refused?: 'THROTTLED' | 'QUOTA_EXCEEDED';
  readonly outcome: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A bucket of tokens, filled at the rate up to the burst, and a counter of the period. */
function count(usages: Map<string, Usage>, { value, plan = {} }: ApiKey, now: number): Counted {
  const { throttle, quota } = plan;
  const rate = throttle?.rateLimit ?? 0;
  const burst = throttle?.burstLimit ?? rate;
  const period = quota ? namePeriod(quota.period, now) : '';
  const before = usages.get(value) ?? { tokens: burst, at: now, period, count: 0 };
  const tokens = Math.min(burst, before.tokens + ((now - before.at) / 1000) * rate);
  const used = before.period === period ? before.count : 0;
  const keep = (left: number, counted: number): void => {
    usages.set(value, { tokens: left, at: now, period, count: counted });
  };
  const data = {
    ...(throttle ? { throttle: { ...throttle, left: Math.floor(tokens) } } : {}),
    ...(quota ? { quota: { ...quota, used } } : {}),
  };
  if (throttle && tokens < 1) {
    keep(tokens, used);
    return {
      refused: 'THROTTLED',
      outcome: `more than ${rate} requests a second, or ${burst} at once`,
      data,
    };
  }
  if (quota && used >= quota.limit) {
    keep(tokens, used);
    return {
      refused: 'QUOTA_EXCEEDED',
      outcome: `the quota of ${quota.limit} a ${quota.period} is used up`,
      data,
    };
  }
  keep(tokens - 1, used + 1);
  return { outcome: quota ? `, ${used + 1} of ${quota.limit} requests a ${quota.period} used` : '', data };
}

/** The day, the week (from Monday) or the month that a time is in. */
function namePeriod(period: 'DAY' | 'WEEK' | 'MONTH', now: number): string {
  const date = new Date(now);
  const day = date.toISOString().slice(0, 10);
  if (period === 'DAY') return day;
  if (period === 'MONTH') return day.slice(0, 7);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return `week of ${date.toISOString().slice(0, 10)}`;
}
