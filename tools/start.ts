/**
 * `npm start`: brings everything up on this machine (engines, simulator, worker, API), shows one screen of
 * what to do with it, and takes everything down again on Ctrl-C.
 */
import { runLocally } from './local';
import { loadDotEnv, readLocalSettings } from './local-settings';
import { onStopRequest, runTool, Teardown } from './processes';

/** Exit code of a program that was told to stop at once, as shells have it. */
const FORCED = 130;

async function main(): Promise<number> {
  loadDotEnv();
  const settings = readLocalSettings(process.env);
  const teardown = new Teardown();
  const stop = new AbortController();
  onStopRequest((reason, force) => {
    // What is left dies with this process.
    if (force) process.exit(FORCED);
    console.log(`\nStopping (${reason}), the data stays; press Ctrl-C again to stop at once …`);
    stop.abort();
  });
  const stopped = new Promise<'stopped'>((resolve) => {
    stop.signal.addEventListener('abort', () => resolve('stopped'));
  });
  try {
    const failed = new Promise<never>((_, reject) => {
      const up = runLocally({
        settings,
        env: process.env,
        teardown,
        signal: stop.signal,
        onFatal: reject,
        print: (text) => console.log(text),
      });
      up.catch(reject);
    });
    await Promise.race([stopped, failed]);
    return 0;
  } finally {
    stop.abort();
    await teardown.run();
  }
}

runTool(main);
