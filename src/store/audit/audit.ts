import { newId } from '../../ids';
import { after } from '../mongo';
import type { Mongo, Place } from '../mongo';
import { auditModel } from './audit-model';
import type { AuditDoc } from './audit-model';

/** A line of the audit as it is kept; `id` in place of `_id`. */
export interface AuditLine extends Omit<AuditDoc, '_id'> {
  id: string;
}

/** What is known of an act before it is done. */
export type BegunAct = Omit<AuditLine, 'id' | 'subject' | 'outcome' | 'before' | 'after'>;

/** What has become of it. */
export interface EndedAct {
  outcome: string;
  change: Partial<Pick<AuditLine, 'subject' | 'before' | 'after'>>;
}

/** Every privileged act: only ever added to. */
export interface Audit {
  /** Writes an act down before it is done: so none is done without a trace. @returns the line's id */
  begin(act: BegunAct): Promise<string>;
  /** Adds how it ended, once: a line that says so already stays as it is. */
  end(merchantId: string, id: string, ended: EndedAct): Promise<void>;
  /** Writes down an act that has ended. */
  record(act: BegunAct, ended: EndedAct): Promise<void>;
  /** Newest first. `before` and `beforeId` are `at` and id of the last one seen. */
  list(merchantId: string, page: { limit: number } & Place): Promise<AuditLine[]>;
}

/** The audit of one database. */
export function createAudit(mongo: Mongo): Audit {
  async function insert(act: BegunAct, ended: Partial<EndedAct>): Promise<string> {
    const _id = newId('aud');
    const { outcome = null, change = {} } = ended;
    const untold = { subject: null, before: null, after: null };
    await mongo.of(auditModel).insertMany([{ _id, ...act, outcome, ...untold, ...change }], { lean: true });
    return _id;
  }

  return {
    begin: (act) => insert(act, {}),
    async end(merchantId, _id, { outcome, change }) {
      await mongo
        .of(auditModel)
        .updateOne({ _id, merchantId, outcome: null }, { $set: { outcome, ...change } });
    },
    async record(act, ended) {
      await insert(act, ended);
    },
    async list(merchantId, { limit, ...place }) {
      const docs = await mongo
        .of(auditModel)
        .find({ merchantId, ...after('at', place) })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean();
      return docs.map(({ _id, ...line }) => ({ id: _id, ...line }));
    },
  };
}
