import { describe, expect, it } from '@jest/globals';
import { fillPlaceholders, findFilled } from '../../../lib/cli/export/fill-placeholders.js';
import { LambdaAuthorizer } from '../../../lib/authorizers/lambda-authorizer.js';
import { fromPath, text, vtl } from '../../../lib/values/request-value.js';

const VARS = new Map([
  ['arn', 'arn:aws:x'],
  ['empty', ''],
]);

describe('fillPlaceholders', () => {
  it('fills every string, and leaves other placeholders and other text', () => {
    const options = { a: ['${arn}/${other}', '${AWS::Region}', 1, null], b: { c: '${empty}|${empty}' } };
    expect(fillPlaceholders(options, VARS)).toEqual({
      a: ['arn:aws:x/${other}', '${AWS::Region}', 1, null],
      b: { c: '|' },
    });
  });

  it('leaves templates and raw Velocity, in which `${arn}` is a reference', () => {
    const options = {
      requestTemplates: { 'application/json': '${arn}' },
      value: vtl('${arn}'),
      key: text`${fromPath('name')}#${'${arn}'}`,
    };
    const filled = fillPlaceholders(options, VARS);
    expect(filled.requestTemplates).toBe(options.requestTemplates);
    expect(filled.value).toBe(options.value);
    expect(JSON.stringify(filled.key)).toContain('arn:aws:x');
  });

  it('keeps what is shared shared, classes, functions, and objects without a placeholder', () => {
    const authorizer = new LambdaAuthorizer({ name: 'a', functionArn: '${arn}' });
    const same = { x: 1 };
    const filled = fillPlaceholders(
      { list: [authorizer, authorizer], same, transform: fillPlaceholders },
      VARS,
    );
    expect(filled.list[0]).toBeInstanceOf(LambdaAuthorizer);
    expect(filled.list[0]).toBe(filled.list[1]);
    expect(filled.list[0]!.options.functionArn).toBe('arn:aws:x');
    expect(authorizer.options.functionArn).toBe('${arn}');
    expect(filled.same).toBe(same);
    expect(filled.transform).toBe(fillPlaceholders);
  });

  it('comes to an end in a circle, and calls no getter', () => {
    const circle: Record<string, unknown> = { name: '${arn}' };
    circle['self'] = circle;
    Object.defineProperty(circle, 'bad', {
      enumerable: true,
      get: () => {
        throw new Error('called');
      },
    });
    expect(fillPlaceholders(circle, VARS)['name']).toBe('arn:aws:x');
  });

  it('says which values stand in options', () => {
    expect(findFilled([{ a: '${empty}' }], VARS)).toEqual(['empty']);
    expect(findFilled('${arn}${empty}', VARS)).toEqual(['arn', 'empty']);
    expect(findFilled({ a: '${other}' }, VARS)).toEqual([]);
  });
});
