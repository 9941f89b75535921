import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addTallies, failureLines, NO_TESTS, tallyLine } from '../../../tools/test-run';
import { tallyOf } from '../../../tools/test-run/tally';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';

describe('the count of a test run', () => {
  let folder: TestFolder;
  beforeEach(async () => (folder = await testFolder()));
  afterEach(() => folder.remove());

  const report = (over: object): Promise<string> =>
    folder.file(
      'report.json',
      JSON.stringify({
        ...{
          numPassedTests: 12,
          numFailedTests: 0,
          numPendingTests: 0,
          numTodoTests: 0,
          numRuntimeErrorTestSuites: 0,
          testResults: [],
        },
        ...over,
      }),
    );

  it('is that of the report', async () => {
    const file = await report({ numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
    expect(await tallyOf(file, false, '/')).toEqual({ ...NO_TESTS, passed: 12, failed: 2, skipped: 2 });
  });

  it('has a failure for every file that could not be run at all', async () => {
    expect(await tallyOf(await report({ numRuntimeErrorTestSuites: 1 }), false, '/')).toMatchObject({
      failed: 1,
    });
  });

  it('has a failure when the run failed without saying why, or left no report', async () => {
    expect(await tallyOf(await report({}), false, '/')).toMatchObject({ passed: 12, failed: 1 });
    expect(await tallyOf(join(folder.path, 'nothing.json'), true, '/')).toMatchObject({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });

  it('is said in one line, skipped tests only when there are any', () => {
    const sum = addTallies({ ...NO_TESTS, passed: 1 }, { ...NO_TESTS, passed: 2, failed: 1 });
    expect(tallyLine(sum)).toBe('3 passed, 1 failed');
    expect(tallyLine({ ...sum, skipped: 4 })).toBe('3 passed, 1 failed, 4 skipped');
  });

  it('names every test that failed, and every file that could not be run, with how what each said begins', async () => {
    const passed = { status: 'passed', fullName: 'a sale is kept', failureMessages: [] };
    const said = [
      '\u001b[31mError: Waited\u001b[39m in vain',
      '',
      '  one',
      'two',
      'three',
      'four',
      'five',
    ].join('\n');
    const file = await report({
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 1,
      testResults: [
        { name: '/shop/test/a.test.ts', status: 'passed', message: '', assertionResults: [passed] },
        {
          name: '/shop/test/b.test.ts',
          status: 'failed',
          message: 'all of it',
          assertionResults: [
            passed,
            { status: 'failed', fullName: 'a sale is told', failureMessages: [said] },
          ],
        },
        { name: '/shop/test/c.test.ts', status: 'failed', message: 'No such module', assertionResults: [] },
      ],
    });
    const tally = addTallies(await tallyOf(file, false, '/shop'), NO_TESTS);
    expect(failureLines(tally).join('\n').split('\n')).toEqual([
      'Failed:',
      '  test/b.test.ts: a sale is told',
      ...['Error: Waited in vain', 'one', 'two', 'three', 'four'].map((line) => `      ${line}`),
      '  test/c.test.ts',
      '      No such module',
    ]);
    expect(failureLines(NO_TESTS)).toEqual([]);
  });
});
