import { beforeAll, describe, expect, it } from '@jest/globals';
import { deployDocument } from '../../lib/testing/gateway/integration-document.js';
import { renderTemplate } from '../../lib/testing/template/render-template.js';
import {
  findApacheVelocity,
  renderOnApacheVelocity,
  type VelocityCase,
  type VelocityResult,
} from '../support/apache-velocity/apache-velocity.js';
import { createServiceDocument } from '../support/create-service-document.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { listCases, VALUES } from '../support/template-corpus.js';
import { VELOCITY_DIFFERENCES, VELOCITY_LANGUAGE } from '../support/velocity-differences.js';

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

const tools = {
  'Apache Velocity (velocity, libjsonpath-java, libgoogle-gson-java, a JDK)': findApacheVelocity(),
};

describeWithTools('Apache Velocity', tools, () => {
  describe('the language', () => {
    it('prints what Apache Velocity prints', () => {
      const cases = [...VELOCITY_DIFFERENCES, ...VELOCITY_LANGUAGE];
      expect(cases.map(render)).toEqual(renderOnApacheVelocity(cases));
    });

    it('has in each difference what Apache Velocity prints', () => {
      const printed = renderOnApacheVelocity(VELOCITY_DIFFERENCES).map(({ text }) => text);
      expect(printed).toEqual(VELOCITY_DIFFERENCES.map(({ prints }) => prints));
    });
  });

  describe('every template of an application with every service, action and option', () => {
    let cases: ReturnType<typeof listCases>;
    beforeAll(async () => {
      cases = listCases(deployDocument(await createServiceDocument(), { values: VALUES }));
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
