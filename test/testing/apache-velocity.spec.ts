import { beforeAll, describe, expect, it } from '@jest/globals';
import { deployDocument } from '../../lib/testing/gateway/integration-document.js';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { renderTemplate } from '../../lib/testing/template/render-template.js';
import {
  findApacheVelocity,
  renderOnApacheVelocity,
  type VelocityCase,
  type VelocityResult,
} from '../support/apache-velocity/apache-velocity.js';
import { compileControllers } from '../support/create-app.js';
import { createServiceDocument } from '../support/create-service-document.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { listCases, VALUES } from '../support/template-corpus.js';
import { WEBHOOK_VALUES, WebhooksController } from '../support/services-webhooks.js';
import { VELOCITY_CASES, VELOCITY_LANGUAGE } from '../support/velocity-cases.js';
import {
  drawExpressions,
  EXPRESSIONS,
  printing,
  REFUSED_EXPRESSIONS,
} from '../support/velocity-expressions.js';

/** What the tester prints, in the form of the judge's result. */
function render({ template, ...input }: VelocityCase): VelocityResult {
  const { text, overrides } = renderTemplate(template, input);
  const { header, path, querystring, responseHeader, status } = overrides;
  return {
    text,
    overrides: {
      requestOverride: { header, path, querystring },
      responseOverride: { header: responseHeader, ...(status === undefined ? {} : { status }) },
    },
  };
}

/** What Apache Velocity prints for expressions. */
function printed(expressions: readonly string[]): readonly unknown[] {
  return renderOnApacheVelocity(expressions.map((expression) => ({ template: printing(expression) }))).map(
    ({ text, error }) => (error === undefined ? text : 'refused'),
  );
}

const tools = {
  'Apache Velocity (velocity, libjsonpath-java, libgoogle-gson-java, a JDK)': findApacheVelocity(),
};

describeWithTools('Apache Velocity', tools, () => {
  describe('the language', () => {
    it('prints what Apache Velocity prints', () => {
      const cases = [...VELOCITY_CASES, ...VELOCITY_LANGUAGE];
      expect(cases.map(render)).toEqual(renderOnApacheVelocity(cases));
    });

    it('has in each case what Apache Velocity prints', () => {
      const texts = renderOnApacheVelocity(VELOCITY_CASES).map(({ text }) => text);
      expect(texts).toEqual(VELOCITY_CASES.map(({ prints }) => prints));
    });
  });

  describe('expressions', () => {
    it('print what the list says', () => {
      expect(printed(EXPRESSIONS.map(([expression]) => expression))).toEqual(
        EXPRESSIONS.map(([, prints]) => prints),
      );
    });

    it('are refused where the list says', () => {
      expect(printed(REFUSED_EXPRESSIONS.map(([expression]) => expression))).toEqual(
        REFUSED_EXPRESSIONS.map(() => 'refused'),
      );
    });

    it('that are drawn print the same, or are refused by both', () => {
      const expressions = drawExpressions();
      const ours = expressions.map((expression) => {
        try {
          return renderTemplate(printing(expression)).text;
        } catch {
          return 'refused';
        }
      });
      const pairs = (texts: readonly unknown[]): readonly unknown[] =>
        texts.map((text, index) => [expressions[index], text]);
      expect(pairs(ours)).toEqual(pairs(printed(expressions)));
      expect(ours.filter((text) => text !== 'refused').length).toBeGreaterThan(200);
      expect(ours.filter((text) => text === 'refused').length).toBeGreaterThan(50);
    });
  });

  describe('every template of an application with every service, action and option', () => {
    let cases: ReturnType<typeof listCases>;
    beforeAll(async () => {
      const webhooks = await compileControllers([WebhooksController], { credentials: '${role_arn}' });
      cases = [
        ...listCases(deployDocument(await createServiceDocument(), { values: VALUES })),
        ...listCases(
          deployDocument(writeTree(webhooks.privateDocument) as object, { values: WEBHOOK_VALUES }),
        ),
      ];
    });

    it('prints what Apache Velocity prints, byte for byte', () => {
      const expected = renderOnApacheVelocity(cases);
      const different = cases.flatMap((one, index) => {
        const [ours, theirs] = [render(one), expected[index]!];
        return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [{ label: one.label, ours, theirs }];
      });
      expect(different).toEqual([]);
      expect(cases.length).toBeGreaterThan(2000);
    });
  });
});
