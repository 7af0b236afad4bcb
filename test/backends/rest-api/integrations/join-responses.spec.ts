import { describe, expect, it } from '@jest/globals';
import { joinResponses } from '../../../../lib/backends/rest-api/integrations/join-responses.js';
import { javaRegex } from '../../../../lib/testing/java/java-regex.js';

const answer = (statusCode: string) => ({ statusCode });
const GENERATED = {
  default: answer('200'),
  404: answer('404'),
  '4(?!04)\\d{2}': answer('400'),
  '3\\d{2}|5\\d{2}': answer('500'),
};
const join = (own: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(
      joinResponses(
        GENERATED,
        Object.fromEntries(Object.entries(own).map(([key, status]) => [key, answer(status)])),
      ),
    ).map(([pattern, { statusCode }]) => [pattern, statusCode]),
  );
/** The answers of a status, as Java matches patterns. */
const answersTo = (status: string, responses: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(responses)
    .filter(
      (pattern) => pattern !== 'default' && new RegExp(`^(?:${javaRegex(pattern).source})$`).test(status),
    )
    .map((pattern) => responses[pattern]!);

describe('joinResponses', () => {
  it('leaves what is generated where the author says nothing, or `default` alone', () => {
    expect(joinResponses(GENERATED, {})).toEqual(GENERATED);
    expect(join({ default: '201' })).toEqual({ ...join({}), default: '201' });
  });

  it('puts an answer of the same pattern in the place of the generated one', () => {
    expect(join({ 404: '410' })).toEqual({ ...join({}), 404: '410' });
  });

  it('keeps one answer for every status of the service', () => {
    for (const own of [{ 409: '409' }, { '4\\d{2}': '400' }, { '40\\d|503': '418' }, { '\\d+': '502' }]) {
      const responses = join(own);
      for (const status of ['302', '400', '403', '404', '409', '500', '503']) {
        const answers = answersTo(status, { ...responses });
        expect([status, own, answers.length]).toEqual([status, own, 1]);
      }
    }
  });

  it('leaves a generated pattern out when nothing is left of it', () => {
    expect(join({ '4\\d{2}': '422' })).toEqual({
      default: '200',
      '3\\d{2}|5\\d{2}': '500',
      '4\\d{2}': '422',
    });
  });

  it('gives a general error another status when the author uses its own', () => {
    expect(join({ 409: '400', 503: '500' })).toEqual({
      default: '200',
      404: '404',
      409: '400',
      503: '500',
      '(?!(?:409|503)\\z)(?:4(?!04)\\d{2})': '422',
      '(?!(?:409|503)\\z)(?:3\\d{2}|5\\d{2})': '502',
    });
    expect(Object.values(join({ 409: '400', 410: '422' }))).toContain('409');
  });

  it('does not give an error of its own meaning another status', () => {
    expect(join({ 403: '404' })).toMatchObject({ 403: '404', 404: '404' });
  });
});
