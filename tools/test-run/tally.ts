import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** How many tests passed, failed and were skipped. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Which failed: the file from the root on, the test's name in it, and below that how what it said begins. */
  readonly failures: readonly string[];
}

export const NO_TESTS: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** The fields of jest's JSON report that are counted (https://jestjs.io/docs/cli#--json). */
interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that could not be run at all, and so have no failed test to their name. */
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    /** Why the file itself could not be run. */
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/**
 * Counts one jest run from its own JSON report. A file that could not be run counts as one failure; so does
 * a run that left no report, or that failed without saying which test did.
 */
export async function tallyOf(reportFile: string, jestSucceeded: boolean, root: string): Promise<Tally> {
  const report = await readReport(reportFile);
  if (!report) return { ...NO_TESTS, failed: 1, failures: ['a run of jest that left no report'] };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const unsaid = failed === 0 && !jestSucceeded;
  return {
    passed: report.numPassedTests,
    failed: unsaid ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: unsaid ? ['a run of jest that did not say which test'] : failuresIn(report, root),
  };
}

function failuresIn({ testResults }: JestReport, root: string): string[] {
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = relative(root, name);
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      return failed.length === 0
        ? [`${file}${beginningOf(message)}`]
        : failed.map(
            ({ fullName, failureMessages }) =>
              `${file}: ${fullName}${beginningOf(failureMessages.join('\n'))}`,
          );
    });
}

/** Enough to tell a wrong answer from one that did not come in time. */
const LINES_SHOWN = 5;
const LINE_WIDTH = 160;

/** How what a test said begins, each line below its name. */
function beginningOf(message: string): string {
  return stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_SHOWN)
    .map((line) => `\n      ${line.trim().slice(0, LINE_WIDTH)}`)
    .join('');
}

/** Both runs together. */
export function addTallies(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    failures: [...one.failures, ...other.failures],
  };
}

/** Every failed test by name, where there are any, and how what it said begins: the rest may be far above. */
export function failureLines({ failures }: Tally): string[] {
  return failures.length === 0 ? [] : ['Failed:', ...failures.map((failure) => `  ${failure}`)];
}

/** `12 passed, 0 failed`, with `, 1 skipped` when there is any. */
export function tallyLine({ passed, failed, skipped }: Omit<Tally, 'failures'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

async function readReport(file: string): Promise<JestReport | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as JestReport);
}
