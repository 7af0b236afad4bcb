import { describe, expect, it } from '@jest/globals';
import { renderTemplate } from '../../lib/testing/index.js';
import { VELOCITY_CASES } from '../support/velocity-cases.js';
import { EXPRESSIONS, printing, REFUSED_EXPRESSIONS } from '../support/velocity-expressions.js';

describe('templates', () => {
  it.each(VELOCITY_CASES)('$what', ({ template, prints, ...input }) => {
    expect(renderTemplate(template, input).text).toBe(prints);
  });
});

describe('expressions', () => {
  it.each(EXPRESSIONS)('%s prints %s', (expression, prints) => {
    expect(renderTemplate(printing(expression)).text).toBe(prints);
  });

  it.each(REFUSED_EXPRESSIONS)('%s is refused: %s', (expression, problem) => {
    expect(() => renderTemplate(printing(expression))).toThrow(problem);
  });

  it('that are refused have their place named', () => {
    expect(() => renderTemplate('{\n  "a": 1,\n  #if($a -1)x#end\n}')).toThrow(
      'cannot parse the mapping template at line 3, column 10: an operator or the end of the expression is missing, near `-1)x#end`',
    );
  });
});
