import { isAlive } from './is-alive';
import { npmAncestor } from './npm-ancestor';

/** How a tool ends: by a signal, or because the program that started it is gone. */
export type StopReason = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'orphaned';

/** Asks the tool to stop. `force` is set from the second request on: no more waiting. */
export type StopListener = (reason: StopReason, force: boolean) => void;

/**
 * Ctrl-C in `npm start` reaches this process twice, once from the terminal and once forwarded by npm: a
 * second signal means "at once" only when a person can have sent it.
 */
const SAME_KEYPRESS_MS = 700;
const PARENT_CHECK_MS = 1_000;

/**
 * Calls the listener on SIGINT, SIGTERM and SIGHUP, and when the parent, or the npm behind it, has vanished
 * without a signal, as after `kill -9`. Gives a function that stops listening.
 */
export function onStopRequest(listener: StopListener): () => void {
  let firstAt: number | undefined;
  const request = (reason: StopReason): void => {
    const now = Date.now();
    if (firstAt === undefined) {
      firstAt = now;
      listener(reason, false);
    } else if (reason !== 'orphaned' && now - firstAt > SAME_KEYPRESS_MS) {
      listener(reason, true);
    }
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const handlers = signals.map((name) => {
    const handler = (): void => request(name);
    process.on(name, handler);
    return () => process.off(name, handler);
  });
  const parent = process.ppid;
  const npm = npmAncestor();
  const parentCheck = setInterval(() => {
    if (process.ppid !== parent || (npm !== undefined && !isAlive(npm))) request('orphaned');
  }, PARENT_CHECK_MS).unref();
  return () => {
    clearInterval(parentCheck);
    for (const remove of handlers) remove();
  };
}
