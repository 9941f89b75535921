import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';

/** Who did it, by id: a person, a key, or whoever runs the installation. */
export type AuditActor = { kind: 'person' | 'key'; id: string } | { kind: 'installation' };

/** What it was done to, such as `{ kind: 'person', id: 'per_…' }`. */
export interface AuditSubject {
  kind: string;
  id: string;
}

/** Fields of what was changed, by name: ids, amounts, settings; never what tells a person. */
export type AuditFacts = Readonly<Record<string, unknown>>;

/** One privileged act. Kept for good. */
export interface AuditDoc {
  _id: string;
  merchantId: string;
  at: Date;
  actor: AuditActor;
  /** From where; null: from the machine itself. */
  address: string | null;
  /** By which the logs of the call are found; null: no call. */
  requestId: string | null;
  /** What was asked for, such as `program.publish`. */
  act: string;
  subject: AuditSubject | null;
  /** `done`, or the code it was refused with; null: it was begun, and how it ended is not known. */
  outcome: string | null;
  before: AuditFacts | null;
  after: AuditFacts | null;
}

const auditSchema = new Schema<AuditDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    at: { type: Date, required: true },
    actor: { type: Schema.Types.Mixed, required: true },
    address: { type: String, default: null },
    requestId: { type: String, default: null },
    act: { type: String, required: true },
    subject: { type: Schema.Types.Mixed, default: null },
    outcome: { type: String, default: null },
    before: { type: Schema.Types.Mixed, default: null },
    after: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'audit', versionKey: false, minimize: false },
);
auditSchema.index({ merchantId: 1, at: -1, _id: -1 });
export const auditModel = modelDefinition('Audit', auditSchema);
