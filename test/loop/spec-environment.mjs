import { TestEnvironment } from 'jest-environment-node';

/** Lets `share-registry.ts` put what a spec declares while it is imported into a block of its own. */
export default class SpecEnvironment extends TestEnvironment {
  handleTestEvent({ name }, state) {
    if (name !== 'setup') return;
    this.global.enterBlock = (block) => {
      const left = state.currentDescribeBlock;
      state.currentDescribeBlock = block ?? left;
      return left;
    };
  }
}
