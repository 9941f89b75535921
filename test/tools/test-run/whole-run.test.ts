import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = join(__dirname, '..', '..', '..');
/** Its folder is gone, so that the unit tests fail at once, while the engines come up. */
const SCRIPT = `
  const { runSideBySide } = require(${JSON.stringify(join(ROOT, 'tools', 'test-run'))});
  const run = { root: '/gone', folder: '/gone', extraArgs: [], env: {}, onStart: () => undefined };
  const engines = () => new Promise((_, reject) => setTimeout(reject, 200, new Error('no engines')));
  runSideBySide(run, engines).catch((error) => console.log('heard of ' + error.code));
`;

it('hears of unit tests that cannot be run when the engines have come up or failed, and lives until then', async () => {
  // Jest has handlers of its own for what nobody handles.
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', SCRIPT], { cwd: ROOT });
  expect(await text(child.stdout)).toContain('heard of ENOENT');
}, 90_000);
