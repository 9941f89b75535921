import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Flow } from '../load';
import { HttpCaller, QUEUES } from '../../rig';
import { changed, PEER_SALE } from './definitions';
import type { peerSale } from './workflows';

/**
 * Bare workflows from signal-with-start to their waiting state. They are awaited like the sales: one cheap question at
 * a time, for all of them.
 */
export class PeerFlow implements Flow {
  private readonly http: HttpCaller;
  private readonly through = new Set<string>();

  /** @param port where the peer's worker tells which workflows are through */
  constructor(
    private readonly client: Client,
    port: number,
    private readonly activities: number,
  ) {
    this.http = new HttpCaller(`http://127.0.0.1:${port}`);
  }

  async start(): Promise<string> {
    const workflowId = `peer/${randomUUID()}`;
    await this.client.workflow.signalWithStart<typeof peerSale, [{ eventId: string; kind: string }]>(
      PEER_SALE,
      {
        workflowId,
        taskQueue: QUEUES.peer,
        args: [{ activities: this.activities }],
        signal: changed,
        signalArgs: [{ eventId: randomUUID(), kind: 'created' }],
      },
    );
    return workflowId;
  }

  async finished(ids: readonly string[]): Promise<string[]> {
    const news = await this.http.json<string[]>(200, { method: 'GET', path: '/' });
    for (const id of news) this.through.add(id);
    return ids.filter((id) => this.through.delete(id));
  }
}
