/**
 * `npm run bench:files`: reads hostile and ordinary files of 10 MB as the API does, and says how long anything else in the
 * process had to wait meanwhile. The exit code is 1 where one turn of the event loop was more than
 * 100 ms of work; the clock also counts what a busy machine does beside.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { readImportFile } from '../src/api';
import { fewRows, HOSTILE_FILES } from './hostile-files';
import { runTool } from './processes';
import { MOST_MS, watchTurns } from './watched-turns';

const ABOUT = {
  kind: 'sales',
  zone: 'America/Sao_Paulo',
  now: Date.now(),
  columns: [],
  statuses: [],
} as const;

async function main(): Promise<number> {
  let worst = 0;
  await readImportFile(fewRows(), ABOUT);
  for (const [name, make] of HOSTILE_FILES) {
    const bytes = make();
    await delay(50);
    const stop = watchTurns();
    const begun = performance.now();
    const outcome = await readImportFile(bytes, ABOUT).then(
      ({ total, failed }) => `${total} rows, ${failed} refused`,
      () => 'refused',
    );
    const took = performance.now() - begun;
    await new Promise((done) => setImmediate(done));
    const { clockMs, cpuMs } = stop();
    worst = Math.max(worst, cpuMs);
    const figures = [cpuMs, clockMs, took].map((ms) => ms.toFixed(0).padStart(6));
    console.log(`${figures.join(' ')}  ${name}: ${outcome}`);
  }
  console.log(
    `Columns: longest turn by work, by the clock, whole file (ms). Longest of all: ${worst.toFixed(0)} ms of work.`,
  );
  return worst > MOST_MS ? 1 : 0;
}

runTool(main);
