/** A way in which people run the command. */
export interface Way {
  readonly build: 'tsc' | 'swc' | 'webpack' | 'monorepo';
  readonly node: '20' | '22' | '24';
  readonly nest: 11 | 12;
  readonly format: 'esm' | 'cjs';
  readonly adapter: 'express' | 'fastify';
}

/**
 * Every pair of two columns is in one row at least, but for ES modules of webpack: the Nest CLI writes CommonJS with it,
 * and with SWC up to version 11. The monorepo of Nest 12 is built by Rspack, that of Nest 11 by webpack.
 * The Nest CLI 12 does not start on Node 20.19, as one of its own packages requires a later one.
 */
export const MATRIX: readonly Way[] = [
  { build: 'tsc', node: '20', nest: 12, format: 'cjs', adapter: 'fastify' },
  { build: 'tsc', node: '22', nest: 11, format: 'esm', adapter: 'express' },
  { build: 'tsc', node: '24', nest: 12, format: 'esm', adapter: 'express' },
  { build: 'swc', node: '20', nest: 11, format: 'cjs', adapter: 'express' },
  { build: 'swc', node: '22', nest: 12, format: 'esm', adapter: 'fastify' },
  { build: 'swc', node: '24', nest: 11, format: 'cjs', adapter: 'fastify' },
  { build: 'webpack', node: '20', nest: 11, format: 'cjs', adapter: 'fastify' },
  { build: 'webpack', node: '22', nest: 12, format: 'cjs', adapter: 'express' },
  { build: 'webpack', node: '24', nest: 11, format: 'cjs', adapter: 'express' },
  { build: 'monorepo', node: '20', nest: 12, format: 'esm', adapter: 'fastify' },
  { build: 'monorepo', node: '22', nest: 11, format: 'cjs', adapter: 'express' },
  { build: 'monorepo', node: '24', nest: 12, format: 'esm', adapter: 'express' },
];

/** Pairs of values that stand in no row. */
export function missingPairs(rows: readonly Way[]): readonly string[] {
  const columns = Object.keys(rows[0]!) as (keyof Way)[];
  const valuesOf = (column: keyof Way): readonly unknown[] => [...new Set(rows.map((row) => row[column]))];
  return columns.flatMap((one, index) =>
    columns.slice(index + 1).flatMap((other) =>
      valuesOf(one).flatMap((first) =>
        valuesOf(other)
          .filter((second) => !rows.some((row) => row[one] === first && row[other] === second))
          .map((second) => `${first} ${second}`),
      ),
    ),
  );
}

/** What the builders of the Nest CLI need beside it. */
export const BUILDERS: Readonly<Record<Way['nest'], readonly string[]>> = {
  11: ['@swc/cli@0.8', '@swc/core@1', 'ts-loader@9'],
  12: [
    '@swc/cli@0.8',
    '@swc/core@1',
    '@rspack/core@2',
    'webpack@5',
    'ts-loader@9',
    'fork-ts-checker-webpack-plugin@9',
    'tsconfig-paths-webpack-plugin@4',
    'webpack-node-externals@3',
  ],
};
