// A reporter for Jest: how long the specs took, the slowest first. Specs of the shared registry are told apart by the
// block that each of them has there.
const SHOWN = 15;

export default class ReportTimes {
  onRunComplete(_contexts, { testResults }) {
    const times = new Map();
    for (const { testFilePath, testResults: tests } of testResults) {
      for (const { ancestorTitles, duration } of tests) {
        const spec = ancestorTitles.find((title) => title.endsWith('.spec.ts')) ?? testFilePath;
        const { count = 0, sum = 0 } = times.get(spec) ?? {};
        times.set(spec, { count: count + 1, sum: sum + (duration ?? 0) });
      }
    }
    const slowest = [...times].toSorted(([, a], [, b]) => b.sum - a.sum).slice(0, SHOWN);
    for (const [spec, { count, sum }] of slowest) {
      process.stderr.write(
        `${(sum / 1000).toFixed(1).padStart(7)} s ${`${count}`.padStart(5)} tests  ${spec}\n`,
      );
    }
  }
}
