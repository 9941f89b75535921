import { DEFAULT_MESSAGE_RULES } from '../../loyalty';
import type { MessageRules } from '../../loyalty';
import type { Mongo } from '../mongo';
import type { Activation, ApprovedSale, MerchantDoc, ReadChecks, TestedChannel } from './merchant-model';
import { merchantModel } from './merchant-model';

const TEST = 'test';

/** What a test message of the merchant is called in reports of it. */
export function testReference(merchantId: string, id: string): string {
  return `${TEST}/${merchantId}/${id}`;
}

/** Whose test message is called so; null: it is none. */
export function merchantOfTest(reference: string): string | null {
  const [kind, merchantId] = reference.split('/');
  return kind === TEST && merchantId ? merchantId : null;
}

/** How far a merchant has come until its customers are written to. */
export interface Standing extends Activation {
  /** Since when they are; null: not yet, or not any more. `always`: since before there was such a question. */
  liveAt: Date | 'always' | null;
}

/** How a merchant's customers are written to. */
export interface Writing {
  live: boolean;
  rules: MessageRules;
  /** Its own words, by occasion. */
  texts: NonNullable<MerchantDoc['messageTexts']>;
}

/** What a merchant's people do before its customers are written to. */
export interface Activations {
  activation(merchantId: string): Promise<Standing>;
  /** Whether its customers are written to, by which rules, and what it says in its own words. */
  writing(merchantId: string): Promise<Writing>;
  /** Keeps what Bling answered about a connection; what was kept before is gone. */
  noteChecks(merchantId: string, connectionId: string, checks: ReadChecks): Promise<void>;
  /** Keeps the order whose reasoning was approved; one before is gone. */
  approveSale(merchantId: string, sale: ApprovedSale): Promise<void>;
  /** Keeps that a test message went out by a channel. */
  noteTested(merchantId: string, channel: 'whatsapp' | 'email', tested: TestedChannel): Promise<void>;
  /** Keeps that the last test message by WhatsApp arrived then, or why it did not; reports of others say nothing any more. */
  noteTestReport(
    merchantId: string,
    reference: string,
    report: { at: Date; failure: string | null },
  ): Promise<void>;
  /** From then on customers are written to; null: not any more. False: that was so already. */
  setLive(merchantId: string, since: Date | null): Promise<boolean>;
}

export function createActivations(mongo: Mongo): Activations {
  const merchants = () => mongo.of(merchantModel);
  return {
    async activation(merchantId) {
      const fields = { liveAt: 1, activation: 1 } as const;
      const merchant = await mongo.findOne(merchantModel, { _id: merchantId }, { fields });
      return { ...merchant?.activation, liveAt: liveSince(merchant?.liveAt) };
    },
    async writing(merchantId) {
      const fields = { liveAt: 1, messages: 1, messageTexts: 1 } as const;
      const merchant = await mongo.findOne(merchantModel, { _id: merchantId }, { fields });
      return {
        live: liveSince(merchant?.liveAt) !== null,
        rules: { ...DEFAULT_MESSAGE_RULES, ...merchant?.messages },
        texts: merchant?.messageTexts ?? {},
      };
    },
    async noteChecks(merchantId, connectionId, checks) {
      await merchants().updateOne(
        { _id: merchantId },
        { $set: { [`activation.checks.${connectionId}`]: checks } },
      );
    },
    async approveSale(merchantId, sale) {
      await merchants().updateOne({ _id: merchantId }, { $set: { 'activation.approved': sale } });
    },
    async noteTested(merchantId, channel, tested) {
      await merchants().updateOne(
        { _id: merchantId },
        { $set: { [`activation.tested.${channel}`]: tested } },
      );
    },
    async noteTestReport(merchantId, reference, { at, failure }) {
      const tested = 'activation.tested.whatsapp';
      const change = {
        [`${tested}.arrivedAt`]: failure === null ? at : null,
        [`${tested}.failure`]: failure,
      };
      await merchants().updateOne(
        { _id: merchantId, [`${tested}.reference`]: reference, [`${tested}.arrivedAt`]: null },
        { $set: change },
      );
    },
    async setLive(merchantId, since) {
      const notLive = { $type: 'null' as const };
      const before = since === null ? { $not: notLive } : notLive;
      const { matchedCount } = await merchants().updateOne(
        { _id: merchantId, liveAt: before },
        { $set: { liveAt: since } },
      );
      return matchedCount === 1;
    },
  };
}

function liveSince(liveAt: Date | null | undefined): Standing['liveAt'] {
  return liveAt === undefined ? 'always' : liveAt;
}
