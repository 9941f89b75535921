import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { Worker } from '@temporalio/worker';
import { engine } from './engines';
import './quiet-runtime';

const FOLDER = join(__dirname, '..', 'histories');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

async function replay(json: string): Promise<Error | undefined> {
  const history = historyFromJSON(JSON.parse(json));
  const workflowId = 'replayed';
  for await (const result of Worker.runReplayHistories(
    { workflowBundle: { codePath: engine('TEST_WORKFLOW_BUNDLE') } },
    [{ workflowId, history }],
  ))
    return result.error;
  throw new Error('nothing was replayed');
}

describe('runs that began under earlier code', () => {
  it.each(FILES)('go on under this code: %s', async (file) => {
    expect(await replay(readFileSync(join(FOLDER, file), 'utf8'))).toBeUndefined();
  });

  it('would be noticed if this code did their steps in another order', async () => {
    const json = readFileSync(join(FOLDER, 'sale-whole-life.json'), 'utf8');
    expect(json).toContain('"settleBenefit"');
    expect(await replay(json.replaceAll('"settleBenefit"', '"activateBenefit"'))).toMatchObject({
      name: 'DeterminismViolationError',
    });
  });
});
