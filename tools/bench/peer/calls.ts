import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { PreparedCall } from '../load';
import { QUEUES } from '../../rig';
import { changed, PEER_REDEMPTION, PEER_SALE, redeem } from './definitions';
import type { peerRedemption, peerSale } from './workflows';

/** The bare calls of the SDK that our HTTP calls are held against. */
export class PeerCalls {
  private announced = 0;

  constructor(private readonly client: Client) {}

  /** Signal-with-start on a queue without a worker; as with our webhooks, every second call meets a running workflow. */
  announce(): PreparedCall {
    const number = this.announced++;
    const workflowId = `peer/${process.pid}/${Math.floor(number / 2)}`;
    const hint = { eventId: String(randomUUID()), kind: number % 2 === 0 ? 'created' : 'updated' };
    return async () => {
      await this.client.workflow.signalWithStart<typeof peerSale, [typeof hint]>(PEER_SALE, {
        workflowId,
        taskQueue: QUEUES.idlePeer,
        args: [{ activities: 0 }],
        signal: changed,
        signalArgs: [hint],
      });
    };
  }

  /** Update-with-start of a workflow whose handler runs one empty activity. */
  redeem(): PreparedCall {
    const workflowId = `peer-redemption/${randomUUID()}`;
    return () =>
      this.client.workflow.executeUpdateWithStart(redeem, {
        updateId: workflowId,
        startWorkflowOperation: new WithStartWorkflowOperation<typeof peerRedemption>(PEER_REDEMPTION, {
          workflowId,
          taskQueue: QUEUES.peer,
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      });
  }
}
