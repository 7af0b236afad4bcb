import { describe, expect, it } from '@jest/globals';
import { docsOf, type Diagnostic, type Severity } from '../../lib/diagnostics/diagnostic.js';
import { formatText } from '../../lib/diagnostics/format-text.js';
import type { Paint } from '../../lib/diagnostics/paint.js';

const make = (
  code: string,
  severity: Severity,
  at: Diagnostic['at'],
  message = `\`${code}\` was found`,
): Diagnostic => ({ code, severity, at, message, fix: `Mend ${code}.`, docs: docsOf(code) });

/** Routes of controllers with ten handlers each. */
const routes = (count: number, code: string, severity: Severity): readonly Diagnostic[] =>
  Array.from({ length: count }, (_, index) =>
    make(code, severity, {
      controller: `C${Math.floor(index / 10)}Controller`,
      handler: `h${index % 10}`,
      method: 'GET',
      path: `/c${index}`,
      file: `src/c${Math.floor(index / 10)}.controller.ts`,
      line: 10 + index,
      column: 3,
    }),
  );

const SICK = [
  ...routes(200, 'route-without-integration', 'error'),
  make('unknown-option', 'error', {}),
  ...routes(30, 'unused-ignore', 'warning'),
];

const HEALTHY = [
  ...routes(500, 'security-without-authorizer', 'warning'),
  ...routes(80, 'model-loosened', 'warning').map((one, index) => ({ ...one, message: `model ${index}` })),
  ...Array.from({ length: 12 }, (_, index) => make(`other-${index}`, 'info', { controller: 'A' })),
];

const paint: Paint = (look, text) => `<${look}>${text}</>`;

const linesOf = (text: string): number => text.trimEnd().split('\n').length;

describe('the terminal', () => {
  it('shows a sick application of 200 routes', () => {
    const text = formatText(SICK, { verbose: false });
    expect(linesOf(text)).toBeLessThan(30);
    expect(text).toBe(`src/c0.controller.ts:10:3 - C0Controller.h0, GET /c0, and 199 more places
  \`route-without-integration\` was found
  in C0Controller (10): h0, h1, h2, h3, h4 and 5 more; C1Controller (10): h0, h1, h2, h3, h4 and 5 more; C2Controller (10): h0, h1, h2, h3, h4 and 5 more; C3Controller (10): h0, h1, h2, h3, h4 and 5 more; and 16 more classes
  Mend route-without-integration.
  route-without-integration (error), see nestjs-aws-gateway/docs/diagnostics.md#route-without-integration

AwsGatewayModule.forRoot
  \`unknown-option\` was found
  Mend unknown-option.
  unknown-option (error), see nestjs-aws-gateway/docs/diagnostics.md#unknown-option

src/c0.controller.ts:10:3 - C0Controller.h0, GET /c0, and 29 more places
  \`unused-ignore\` was found
  in C0Controller (10): h0, h1, h2, h3, h4 and 5 more; C1Controller (10): h0, h1, h2, h3, h4 and 5 more; C2Controller (10): h0, h1, h2, h3, h4 and 5 more
  Mend unused-ignore.
  unused-ignore (warning), see nestjs-aws-gateway/docs/diagnostics.md#unused-ignore

201 errors, 30 warnings (--verbose shows each)
`);
  });

  it('shows a healthy application of 500 routes in ten lines', () => {
    const text = formatText(HEALTHY, { verbose: false });
    expect(linesOf(text)).toBe(10);
    expect(text)
      .toBe(`security-without-authorizer (warning): 500 places, the first src/c0.controller.ts:10:3 - C0Controller.h0, GET /c0
model-loosened (warning): 80 places, the first src/c0.controller.ts:10:3 - C0Controller.h0, GET /c0
other-0 (info): A
other-1 (info): A
other-2 (info): A
other-3 (info): A
other-4 (info): A
other-5 (info): A
and 6 more codes
580 warnings, 12 infos (--verbose shows each)
`);
  });

  it('shows everything that fits in full', () => {
    const [one] = routes(1, 'limit-near', 'warning');
    expect(formatText([one!], { verbose: false })).toBe(`src/c0.controller.ts:10:3 - C0Controller.h0, GET /c0
  \`limit-near\` was found
  Mend limit-near.
  limit-near (warning), see nestjs-aws-gateway/docs/diagnostics.md#limit-near

1 warning
`);
  });

  it('shows what was found where ten lines hold it', () => {
    const found = [
      ...routes(3, 'a', 'warning').map((one, index) => ({ ...one, message: `value ${index}\nand more` })),
      make('b', 'warning', {}),
      make('c', 'info', {}),
    ];
    expect(formatText(found, { verbose: false }))
      .toBe(`a (warning): 3 places, the first src/c0.controller.ts:10:3 - C0Controller.h0, GET /c0
  value 0
b (warning): AwsGatewayModule.forRoot
  \`b\` was found
c (info): AwsGatewayModule.forRoot
  \`c\` was found
4 warnings, 1 info (--verbose shows each)
`);
    expect(linesOf(formatText([...found, make('d', 'info', {})], { verbose: false }))).toBe(9);
    expect(
      formatText([...found, ...['d', 'e'].map((code) => make(code, 'info', {}))], { verbose: false }),
    ).not.toContain('was found');
  });

  it('shows each with --verbose', () => {
    const text = formatText(SICK, { verbose: true });
    expect(text.match(/^ {2}Mend /gm)).toHaveLength(SICK.length);
    expect(text.trimEnd().split('\n').at(-1)).toBe('201 errors, 30 warnings');
  });

  it('groups by controller with --verbose, with the number of each', () => {
    const text = formatText(SICK, { verbose: true });
    expect(text.match(/^\S+: \d.*$/gm)!.slice(0, 2)).toEqual([
      'C0Controller: 10 errors, 10 warnings',
      'C1Controller: 10 errors, 10 warnings',
    ]);
    expect(text).toContain('\nnot in a controller: 1 error\n\nAwsGatewayModule.forRoot\n');
    expect(formatText(routes(2, 'a', 'error'), { verbose: true })).toMatch(/^src\/c0/);
  });

  it('shows places, severities and counts in colours where there are some', () => {
    const [error] = routes(1, 'invalid-option', 'error');
    expect(formatText([error!, make('limit-near', 'warning', {})], { verbose: false, paint })).toBe(
      `<strong>src/c0.controller.ts:10:3 - C0Controller.h0, GET /c0</>
  \`invalid-option\` was found
  Mend invalid-option.
  <error>invalid-option (error)</><quiet>, see nestjs-aws-gateway/docs/diagnostics.md#invalid-option</>

<strong>AwsGatewayModule.forRoot</>
  \`limit-near\` was found
  Mend limit-near.
  <warning>limit-near (warning)</><quiet>, see nestjs-aws-gateway/docs/diagnostics.md#limit-near</>

<error>1 error</>, <warning>1 warning</>
`,
    );
  });

  it('says the same with and without colours', () => {
    for (const verbose of [false, true]) {
      for (const found of [SICK, HEALTHY]) {
        const painted = formatText(found, { verbose, paint });
        expect(painted.replaceAll(/<(?:strong|quiet|error|warning|info|\/)>/g, '')).toBe(
          formatText(found, { verbose }),
        );
      }
    }
  });

  it('shows different messages of one code, up to five errors', () => {
    const invalid = Array.from({ length: 8 }, (_, index) =>
      make('invalid-option', 'error', { controller: 'A', handler: `h${index}` }, `value ${index}`),
    );
    const text = formatText(invalid, { verbose: false });
    expect(text.match(/^ {2}value \d/gm)).toHaveLength(5);
    expect(text).toContain('\n3 more of invalid-option (error)\n');
  });

  it('prints errors in full and one line for each code of the others when there is much', () => {
    const text = formatText(
      [
        ...routes(3, 'invalid-option', 'error').map((one, index) => ({ ...one, message: `value ${index}` })),
        ...['a', 'b', 'c', 'd'].flatMap((code) => routes(4, code, 'warning')),
      ],
      { verbose: false },
    );
    expect(text.match(/^ {2}value \d/gm)).toHaveLength(3);
    expect(text).toContain(
      'd (warning): 4 places, the first src/c0.controller.ts:10:3 - C0Controller.h0, GET /c0\n',
    );
    expect(linesOf(text)).toBeLessThan(30);
  });
});
