import type { NoticeKind } from '../../loyalty';
import { recordsOf } from '../customer';
import { after } from '../mongo';
import type { Mongo, Place } from '../mongo';
import { messageModel } from './message-model';
import type { MessageDoc, MessageState } from './message-model';

/** Which messages of a merchant; what is absent is of any kind. */
export interface MessageFilter {
  /** Also those under records that were merged into this one. */
  customerId?: string | undefined;
  saleId?: string | undefined;
  state?: MessageState | undefined;
  kind?: NoticeKind | undefined;
}

/** A page of a merchant's messages, newest first by when they were written down. */
export async function listMessages(
  mongo: Mongo,
  merchantId: string,
  { customerId, saleId, state, kind, limit, ...place }: MessageFilter & Place & { limit: number },
): Promise<MessageDoc[]> {
  const records = customerId === undefined ? null : await recordsOf(mongo, merchantId, customerId);
  return mongo.find(
    messageModel,
    {
      merchantId,
      ...(records === null ? {} : { customerId: { $in: records } }),
      ...(saleId === undefined ? {} : { saleId }),
      ...(state === undefined ? {} : { state }),
      ...(kind === undefined ? {} : { kind }),
      ...after('createdAt', place),
    },
    { sort: { createdAt: -1, _id: -1 }, limit },
  );
}
