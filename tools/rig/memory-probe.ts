/**
 * Loaded before a worker (`node --expose-gc --require …`), in its main thread and again in each of its threads. On
 * SIGUSR2 every thread collects its garbage; then one JSON line with the memory of the process is printed.
 */
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads';
import { getHeapStatistics } from 'node:v8';

type Note =
  | { readonly kind: 'here'; readonly thread: number }
  | { readonly kind: 'collect' }
  | { readonly kind: 'collected'; readonly thread: number; readonly heapBytes: number };

const channel = new BroadcastChannel('retorno-bench-memory');
channel.unref();
const tell = (note: Note): void => channel.postMessage(note);

/** Heap in use after the garbage is gone. Twice, because the first round leaves what finalizers still hold. */
function collect(): number {
  globalThis.gc!();
  globalThis.gc!();
  return getHeapStatistics().used_heap_size;
}

function listen(hear: (note: Note) => void): void {
  channel.onmessage = (event): void => hear((event as { data: Note }).data);
}

function probeMain(): void {
  const threads = new Set<number>();
  const heaps = new Map<number, number>();
  listen((note) => {
    if (note.kind === 'here') threads.add(note.thread);
    if (note.kind !== 'collected') return;
    heaps.set(note.thread, note.heapBytes);
    if (heaps.size === threads.size) report();
  });
  process.on('SIGUSR2', () => {
    heaps.clear();
    tell({ kind: 'collect' });
  });

  function report(): void {
    const heapBytes = [...heaps.values()].reduce((sum, bytes) => sum + bytes, collect());
    const memory = { rssBytes: process.memoryUsage.rss(), heapBytes };
    process.stdout.write(`${JSON.stringify({ memory })}\n`);
  }
}

function probeThread(): void {
  listen((note) => {
    if (note.kind === 'collect') tell({ kind: 'collected', thread: threadId, heapBytes: collect() });
  });
  tell({ kind: 'here', thread: threadId });
}

if (isMainThread) probeMain();
else probeThread();
