import type { ClientSession } from 'mongoose';
import {
  attestationModel,
  entryModel,
  grantModel,
  lotModel,
  redemptionModel,
  voucherCodeModel,
  walletModel,
} from '..';
import type { EntryDoc, LotDoc, RecordDigest, RedemptionDoc, VoucherCodeDoc, VoucherCodeNames } from '..';
import type { Instant } from '../../../loyalty';
import { mergeModel, mergeRecord } from '../../customer';
import { programModel } from '../../program';
import type { MergeDoc } from '../../customer';
import { inSnapshot } from '../../mongo';
import type { ModelDefinition, Mongo } from '../../mongo';
import { checkpointModel } from './checkpoint-model';
import { judged, sealsOf } from './checkpoints';
import type { Checkpoint } from './checkpoints';
import { grouped, groupedBy } from './grouped';
import { headModel } from './head-model';
import { readSales } from './read-sales';
import type { StoredSales } from './read-sales';
import type { ReadChains } from './sale-digests';
import { sealModel } from './seal-model';
import type { HeadOfSeal, StoredCustomer } from './stored-customer';
import { readUsedSales } from './used-sales';
import type { UsedSale } from './used-sales';

/** Some customers, and all whom merges link to them, as of one moment. */
export interface StoredPage {
  byId: ReadonlyMap<string, StoredCustomer>;
  /** The customer and all whom merges link to them, undone ones too, in order: a lot may be issued in one's ledger and lie with another. */
  familyOf(customerId: string): StoredCustomer[];
}

/**
 * Reads as of one moment: a merge in between would look like value that went nowhere.
 * @param checkpointsAt entries before checkpoints that are fresh by then are left out; null: all are read
 */
export async function readCustomers(
  mongo: Mongo,
  names: VoucherCodeNames,
  merchantId: string,
  customerIds: readonly string[],
  checkpointsAt: Instant | null,
): Promise<StoredPage> {
  return inSnapshot(mongo, (session) =>
    readAll(new Reading(mongo, session, merchantId), names, customerIds, checkpointsAt),
  );
}

async function readAll(
  reading: Reading,
  names: VoucherCodeNames,
  customerIds: readonly string[],
  checkpointsAt: Instant | null,
): Promise<StoredPage> {
  const merges = await reading.merges(customerIds);
  const families = familiesOf(customerIds, merges);
  const ids = [...new Set([...families.values()].flat())];
  const of = { customerId: { $in: ids } };
  const wallets = await reading.all(walletModel, { _id: { $in: ids } });
  const alone = ids.filter((id) => families.get(id)!.length === 1);
  const { since, forged } =
    checkpointsAt === null ? NO_CHECKPOINTS : await reading.checkpoints(alone, checkpointsAt);
  const written = await reading.entries(ids, since);
  const attesting = await reading.all(attestationModel, of);
  const [entries, attestations] = [grouped(written), grouped(attesting)];
  const sales = await reading.sales(ids, { since, entries: written, attestations: attesting });
  const lots = await reading.all(lotModel, of);
  const uses = await reading.all(redemptionModel, of);
  const redemptions = grouped(uses);
  const usedSales = await reading.usedSales(uses);
  const grants = grouped(await reading.all(grantModel, of));
  const seals = groupedBy(await reading.heads(ids), ({ head }) => head.customerId);
  const clearCodes = await reading.hasClearUses(names);
  const voucherCodes = await reading.voucherCodes(lots, names);
  const versions = await reading.newestVersion();
  const lotsBy = grouped(lots);
  const mergesBy = groupedBy(merges, ({ from }) => from);
  const byId = new Map(
    wallets.map((wallet): [string, StoredCustomer] => {
      const id = wallet._id;
      const own = lotsBy.get(id) ?? [];
      return [
        id,
        {
          wallet,
          since: since.get(id) ?? null,
          entries: (entries.get(id) ?? []).sort((a, b) => a.seq - b.seq),
          attestations: (attestations.get(id) ?? []).sort((a, b) => a.n - b.n),
          lots: own,
          redemptions: redemptions.get(id) ?? [],
          grants: grants.get(id) ?? [],
          merges: mergesBy.get(id) ?? [],
          recordOf: reading.recordOf,
          moving: merges.find((merge) => isMoving(merge, id))?._id ?? null,
          sales,
          usedSales,
          voucherCodes,
          clearCodes,
          versions,
          seals: seals.get(id) ?? [],
          forgedCheckpoint: forged.get(id) ?? null,
        },
      ];
    }),
  );
  return {
    byId,
    familyOf: (id) => (families.get(id) ?? [id]).flatMap((member) => byId.get(member) ?? []),
  };
}

/** The checkpoints that stand for what came before them, and what is wrong with those that nobody can have written so. */
interface Checkpoints {
  since: ReadonlyMap<string, Checkpoint>;
  forged: ReadonlyMap<string, string>;
}

const NO_CHECKPOINTS: Checkpoints = { since: new Map(), forged: new Map() };

/** The queries of one snapshot, each over all customers of the page at once. */
class Reading {
  constructor(
    private readonly mongo: Mongo,
    private readonly session: ClientSession,
    private readonly merchantId: string,
  ) {}

  readonly recordOf = (merge: MergeDoc): RecordDigest => mergeRecord(this.mongo, merge);

  async all<Doc>(model: ModelDefinition<Doc>, filter: object): Promise<Doc[]> {
    const { merchantId } = this;
    const found = await this.mongo
      .of(model)
      .find({ merchantId, ...filter })
      .session(this.session)
      .lean();
    return found;
  }

  async checkpoints(customerIds: readonly string[], now: Instant): Promise<Checkpoints> {
    const docs = await this.all(checkpointModel, { customerId: { $in: customerIds } });
    const numbers = sealsOf(docs);
    const seals = numbers.length === 0 ? [] : await this.all(sealModel, { n: { $in: numbers } });
    const byNumber = new Map(seals.map((seal) => [seal.n, seal]));
    const since = new Map<string, Checkpoint>();
    const forged = new Map<string, string>();
    for (const doc of docs) {
      const found = judged(this.mongo, doc, byNumber, now);
      if ('problem' in found) forged.set(doc.customerId, found.problem);
      else if (found.checkpoint) since.set(doc.customerId, found.checkpoint);
    }
    return { since, forged };
  }

  /** The entries that have to be replayed. */
  async entries(ids: readonly string[], since: Checkpoints['since']): Promise<EntryDoc[]> {
    const whole = await this.all(entryModel, { customerId: { $in: ids.filter((id) => !since.has(id)) } });
    if (since.size === 0) return whole;
    const { merchantId } = this;
    const after = [...since].map(([customerId, { seq }]) => ({ merchantId, customerId, seq: { $gt: seq } }));
    return [...whole, ...(await this.all(entryModel, { $or: after }))];
  }

  /** Every merge that links these customers to others, and those to others again. */
  async merges(customerIds: readonly string[]): Promise<MergeDoc[]> {
    const found = new Map<string, MergeDoc>();
    const known = new Set(customerIds);
    for (let fresh = [...customerIds]; fresh.length > 0;) {
      const either = { $or: [{ from: { $in: fresh } }, { into: { $in: fresh } }] };
      fresh = [];
      for (const merge of await this.all(mergeModel, either)) {
        found.set(merge._id, merge);
        for (const id of [merge.from, merge.into]) if (known.size !== known.add(id).size) fresh.push(id);
      }
    }
    return [...found.values()];
  }

  /** What seals hold of these customers: in documents of their own, or in the first form in the seal itself. */
  async heads(ids: readonly string[]): Promise<HeadOfSeal[]> {
    const { merchantId } = this;
    const own = await this.all(headModel, { customerId: { $in: ids } });
    const within = await this.mongo
      .of(sealModel)
      .aggregate<HeadOfSeal>([
        { $match: { merchantId, 'heads.customerId': { $in: ids } } },
        { $project: { n: 1, head: '$heads' } },
        { $unwind: '$head' },
        { $match: { 'head.customerId': { $in: ids } } },
      ])
      .session(this.session);
    return [...own.map(({ n, _id, merchantId: _merchant, ...head }) => ({ n, head })), ...within];
  }

  sales(customerIds: readonly string[], chains: ReadChains): Promise<StoredSales> {
    const { mongo, session, merchantId } = this;
    return readSales({ mongo, session, merchantId }, customerIds, chains);
  }

  usedSales(uses: readonly RedemptionDoc[]): Promise<ReadonlyMap<string, UsedSale>> {
    const { mongo, session, merchantId } = this;
    return readUsedSales({ mongo, session, merchantId }, uses);
  }

  /** The number of the merchant's newest program; 0: there is none. */
  async newestVersion(): Promise<number> {
    const { merchantId } = this;
    const newest = await this.mongo
      .of(programModel)
      .findOne({ merchantId, version: { $gt: 0 } })
      .sort({ version: -1 })
      .select({ version: 1 })
      .session(this.session)
      .lean();
    return newest?.version ?? 0;
  }

  hasClearUses({ clearUses }: VoucherCodeNames): Promise<boolean> {
    return clearUses.mayBeFound(this.session);
  }

  /** What is stored under the codes of vouchers, by lot. */
  async voucherCodes(
    lots: readonly LotDoc[],
    names: VoucherCodeNames,
  ): Promise<Map<string, VoucherCodeDoc[]>> {
    const idsOf = await names.known(this.session);
    const lotOf = new Map(
      lots.flatMap(({ _id, voucher }) =>
        voucher ? idsOf(this.merchantId, voucher.code).map((id): [string, string] => [id, _id]) : [],
      ),
    );
    if (lotOf.size === 0) return new Map();
    const stored = await this.mongo
      .of(voucherCodeModel)
      .find({ _id: { $in: [...lotOf.keys()] }, merchantId: this.merchantId })
      .session(this.session)
      .lean();
    return groupedBy(stored, ({ _id }) => lotOf.get(_id)!);
  }
}

/** Whether a merge, or its undoing, is carrying this customer's value over in parts. */
function isMoving({ from, into, underway }: MergeDoc, customerId: string): boolean {
  return underway !== undefined && (from === customerId || into === customerId);
}

/** By customer: the members of their family, in order. */
function familiesOf(customerIds: readonly string[], merges: readonly MergeDoc[]): Map<string, string[]> {
  const family = new Map(customerIds.map((id) => [id, new Set([id])]));
  for (const { from, into } of merges) {
    const joined = new Set([...(family.get(from) ?? [from]), ...(family.get(into) ?? [into])]);
    for (const member of joined) family.set(member, joined);
  }
  return new Map([...family].map(([id, members]) => [id, [...members].sort()]));
}
