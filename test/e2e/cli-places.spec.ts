import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { EXPECTED_PLACES, PLACES } from '../support/places-sources.js';
import { PlacesProject } from '../support/places-project.js';

type Build = (project: PlacesProject) => void | Promise<void>;

/** How a build is made, and its entry file. */
const BUILDS: readonly (readonly [name: string, entry: string, build: Build])[] = [
  ['tsc, ESM', 'tsc/apigen.js', (project) => project.compile('tsc')],
  ['tsc, CommonJS', 'cjs/apigen.js', (project) => project.compile('cjs', ts.ModuleKind.CommonJS)],
  [
    'tsc, inline maps',
    'inline/apigen.js',
    (project) => project.compile('inline', ts.ModuleKind.ESNext, 'inside'),
  ],
  ['SWC', 'swc/apigen.js', (project) => project.compileWithSwc('swc')],
  [
    'esbuild',
    'esbuild.js',
    (project) => project.bundleWithEsbuild('esbuild.js', { format: 'esm', sourcemap: true }),
  ],
  [
    'esbuild, minified, inline map',
    'esbuild.cjs',
    (project) =>
      project.bundleWithEsbuild('esbuild.cjs', {
        format: 'cjs',
        minify: true,
        keepNames: true,
        sourcemap: 'inline',
      }),
  ],
  [
    'webpack',
    'webpack.cjs',
    (project) => project.bundleWithWebpack('webpack.cjs', { devtool: 'source-map' }),
  ],
  [
    'webpack as the Nest CLI sets it up',
    'nest.cjs',
    (project) =>
      project.bundleWithWebpack('nest.cjs', {
        devtool: 'inline-source-map',
        output: { devtoolModuleFilenameTemplate: '/[absolute-resource-path][loaders]' },
      }),
  ],
];

describe('places in the source', () => {
  let project: PlacesProject;

  beforeAll(() => {
    project = new PlacesProject(PLACES);
  });

  afterAll(() => project.remove());

  it.each(BUILDS)('are found in the build of %s', async (_, entry, build) => {
    await build(project);
    const { code, stdout } = await project.run(entry, ['--format', 'json']);
    expect(code).toBe(1);
    expect(placesOf(stdout)).toEqual(EXPECTED_PLACES.toSorted());
  });

  it('are found when Node reads the source maps too', async () => {
    project.compile('mapped');
    const { stdout } = await project.run('mapped/apigen.js', ['--format', 'json'], {
      NODE_OPTIONS: '--enable-source-maps',
    });
    expect(placesOf(stdout)).toEqual(EXPECTED_PLACES.toSorted());
  });

  it('of decorators are found when the application is imported before the command', async () => {
    project.compile('reversed');
    const { stdout } = await project.run('reversed/reversed.js', ['--format', 'json']);
    // Not those of calls that decorate nothing.
    const decorators = EXPECTED_PLACES.filter((place) => place.startsWith('src/users.controller.ts'));
    expect(placesOf(stdout)).toEqual(expect.arrayContaining(decorators));
  });

  it('are those of the compiled file without a source map', async () => {
    project.compile('bare', ts.ModuleKind.ESNext, 'none');
    const { stdout } = await project.run('bare/apigen.js', ['--format', 'json']);
    expect(placesOf(stdout)).toContain('bare/users.controller.js:33:5');
  });

  it('stand in every format, below the working directory', async () => {
    project.compile('formats');
    const [text, github, explained] = await Promise.all([
      project.run('formats/apigen.js', []),
      project.run('formats/apigen.js', ['--format', 'github'], { GITHUB_WORKSPACE: `${project.path()}/..` }),
      project.run('formats/apigen.js', ['explain', 'UsersController.list']),
    ]);
    expect(text.stderr).toMatch(/^src\/users\.controller\.ts:18:3 - UsersController\.list$/m);
    // GitHub looks for files from the root of the repository.
    expect(github.stdout).toMatch(
      /^::error file=places-\w+\/src\/users\.controller\.ts,line=18,col=3,title=invalid-option::UsersController\.list: /m,
    );
    expect(explained.stdout).toMatch(/^src\/users\.controller\.ts:18:3 - UsersController\.list$/m);
    for (const { stdout, stderr } of [text, github, explained]) {
      expect(stdout + stderr).not.toContain(project.path());
    }
  });
});

function placesOf(stdout: string): readonly string[] {
  return (JSON.parse(stdout) as readonly Diagnostic[])
    .map(({ at: { file, line, column } }) => `${file}:${line}:${column}`)
    .toSorted();
}
