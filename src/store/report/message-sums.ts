import type { NoticeChannel, NoticeKind } from '../../loyalty';
import { notBefore } from '../mongo';
import type { Mongo } from '../mongo';
import { messageModel } from '../notice';
import type { MessageState } from '../notice';
import { LONGEST_MS } from './sources';

/** Messages of one occasion and channel that came to the same for the same reason, counted. */
export interface MessageSum {
  kind: NoticeKind;
  channel: NoticeChannel;
  state: MessageState;
  /** In a stable word; null: there is none. */
  reason: string | null;
  count: number;
}

/** What has become of the messages that were written down within a time. Along the index of instants. */
export async function messagesWithin(
  mongo: Mongo,
  merchantId: string,
  { from, end }: { from: Date; end: Date },
): Promise<MessageSum[]> {
  const sums = await mongo.of(messageModel).aggregate<{ _id: Omit<MessageSum, 'count'>; count: number }>(
    [
      { $match: { merchantId, createdAt: { ...notBefore(from), $lt: end } } },
      { $project: { _id: 0, kind: 1, channel: 1, state: 1, reason: 1 } },
      {
        $group: {
          _id: { kind: '$kind', channel: '$channel', state: '$state', reason: '$reason' },
          count: { $sum: 1 },
        },
      },
    ],
    { allowDiskUse: true, maxTimeMS: LONGEST_MS },
  );
  return sums.map(({ _id, count }) => ({ ..._id, reason: _id.reason ?? null, count }));
}
