import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { MOST_MS } from '../../../../tools/watched-turns';

const ROOT = join(__dirname, '..', '..', '..', '..');

/** Those of the bench whose reading is the most work of each kind: rows, one cell, phones, text of another encoding. */
const WATCHED = [
  '49,000 rows, each wrong',
  'a cell whose quotes never close',
  'rows of 20 cells, each with all the phones that fit',
  'UTF-16',
];

/**
 * Says of each file how much work the longest turn was: in a process like that of the API, as the one of the tests has far more garbage to
 * collect. What a busy machine adds to a turn it does not add each time; a turn that has too much to do has so each time.
 */
const SCRIPT = `
  const { fewRows, HOSTILE_FILES } = require(${JSON.stringify(join(ROOT, 'tools', 'hostile-files'))});
  const { MOST_MS, watchTurns } = require(${JSON.stringify(join(ROOT, 'tools', 'watched-turns'))});
  const { readImportFile } = require(${JSON.stringify(join(ROOT, 'src', 'api', 'import', 'file'))});
  const about = { kind: 'sales', zone: 'America/Sao_Paulo', now: Date.now(), columns: [], statuses: [] };
  const turn = () => new Promise((done) => setImmediate(done));
  const longest = async (bytes) => {
    await turn();
    const stop = watchTurns();
    await readImportFile(bytes, about).catch(() => undefined);
    await turn();
    return stop().cpuMs;
  };
  const main = async () => {
    await readImportFile(fewRows(), about);
    const found = {};
    for (const name of ${JSON.stringify(WATCHED)}) {
      const [, make] = HOSTILE_FILES.find(([known]) => known === name);
      let least = Infinity;
      for (let tried = 0; tried < 3 && least > MOST_MS; tried += 1) least = Math.min(least, await longest(make()));
      found[name] = least;
    }
    console.log(JSON.stringify(found));
  };
  void main();
`;

it('no turn of the event loop is more work than 100 ms while a hostile file of 10 MB is read', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', SCRIPT], { cwd: ROOT });
  const found = JSON.parse(await text(child.stdout)) as Record<string, number>;
  expect(Object.keys(found)).toEqual(WATCHED);
  expect(Object.entries(found).filter(([, ms]) => ms > MOST_MS)).toEqual([]);
});
