import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';
import type { Role } from './caller';

/** What somebody gets by a link that was sent to them. */
export type LinkKind = 'invitation' | 'password_reset';

/** What an invitation makes of whoever accepts it. */
export interface Offer {
  name: string;
  role: Role;
  /** The stores it binds to; null: all of the merchant's. */
  storeIds: string[] | null;
  /** The person who invited; null: the installation. */
  invitedBy: string | null;
}

/** A link that can be used once. `_id` is the SHA-256 of its token: the token itself is never stored. */
export interface LinkDoc {
  _id: string;
  kind: LinkKind;
  /** Names the link without being it. */
  linkId: string;
  /** Of an invitation; null: of a password reset, which is one person's wherever. */
  merchantId: string | null;
  /** Whose password; null: of an invitation, or of nobody, where an unknown e-mail was given. */
  personId: string | null;
  /** Whom an invitation was sent to; null: of a password reset. */
  email: string | null;
  offer: Offer | null;
  /** Of a password reset that was shown to whoever runs the installation, and so proves nothing of the address. */
  shown?: boolean;
  createdAt: Date;
  expiresAt: Date;
  /** When it was used, or withdrawn; null: neither. */
  closedAt: Date | null;
}

/** Long enough to tell whoever comes late that the link has ended, and not that there was none. */
const KEPT_SECONDS = 30 * 24 * 60 * 60;

const linkSchema = new Schema<LinkDoc>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    linkId: { type: String, required: true },
    merchantId: { type: String, default: null },
    personId: { type: String, default: null },
    email: { type: String, default: null },
    offer: { type: Schema.Types.Mixed, default: null },
    shown: { type: Boolean },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true, expires: KEPT_SECONDS },
    closedAt: { type: Date, default: null },
  },
  { collection: 'access_links', versionKey: false },
);
linkSchema.index({ merchantId: 1, closedAt: 1, createdAt: -1, _id: -1 });
linkSchema.index({ personId: 1, closedAt: 1 });
export const linkModel = modelDefinition('AccessLink', linkSchema);
