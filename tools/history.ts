import { text } from 'node:stream/consumers';
import { HistoryError, playHistory } from '../src/loyalty';

/** How often a long history says how far it is, in events. */
const REPORT_EVERY = 10_000;

/** Reads a history on standard input, plays it through the pure core, and writes what came of it. */
async function main(): Promise<void> {
  const output = playHistory(parse(await text(process.stdin)), (played) => {
    if (played % REPORT_EVERY === 0 && process.stderr.isTTY) process.stderr.write(`${played} events\r`);
  });
  process.stdout.write(`${JSON.stringify(output)}\n`);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new HistoryError([{ path: '', message: `is not JSON (${String(error)})` }]);
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof HistoryError)) throw error;
  process.stderr.write(
    `The history was not played:\n${error.message}\n` +
      'Give {"program": {…}, "events": [{"at", "do", …}]} on standard input: npm run --silent history < in.json\n',
  );
  process.exitCode = 1;
});
