// `scripts/test.mjs` chooses the specs of a run.
export default {
  testEnvironment: '<rootDir>/test/loop/spec-environment.mjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '<rootDir>/test/loop/{first,second}-registry.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^nestjs-aws-gateway$': '<rootDir>/lib/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  setupFiles: ['<rootDir>/test/loop/seed-properties.mjs'],
  testTimeout: 120_000,
};
