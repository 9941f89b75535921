import type { Request, Response } from 'express';
import type { Simulator } from '../simulator';

const gatherMs = 150;

/** `GET /simulator/events`: a stream that names the topics that changed, a few times a second at most. */
export function streamChanges(simulator: Simulator, req: Request, res: Response): void {
  res.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    Connection: 'keep-alive',
  });
  res.write('retry: 1000\n\n');
  const topics = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const send = (): void => {
    timer = undefined;
    res.write(`data: ${JSON.stringify([...topics])}\n\n`);
    topics.clear();
  };
  const stop = simulator.changes.listen((topic) => {
    topics.add(topic);
    timer ??= setTimeout(send, gatherMs);
  });
  req.on('close', () => {
    stop();
    clearTimeout(timer);
  });
}
