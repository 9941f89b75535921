import { Schema } from 'mongoose';
import { modelDefinition } from '../mongo';
import type { Role } from './caller';

/** Somebody who can sign in, whichever merchants they work for. */
export interface PersonDoc {
  _id: string;
  /** In the one spelling addresses are compared in. */
  email: string;
  name: string;
  /** As `hashPassword` writes it; null: none was chosen yet. */
  password: string | null;
  createdAt: Date;
  /**
   * They came by a link that whoever invited was shown too: that it is they who read what is sent to the address is not known, until a
   * password is chosen by a link that was only sent there.
   */
  unverified?: boolean;
  /** Raised by each session that begins: it meets whoever sets another password or turns a second factor on here. */
  signIns?: number;
}

const personSchema = new Schema<PersonDoc>(
  {
    _id: { type: String, required: true },
    email: { type: String, required: true, unique: true },
    name: { type: String, required: true },
    password: { type: String, default: null },
    unverified: { type: Boolean },
    signIns: { type: Number },
    createdAt: { type: Date, required: true },
  },
  { collection: 'people', versionKey: false },
);
export const personModel = modelDefinition('Person', personSchema);

/** What a person is in one merchant. */
export interface MembershipDoc {
  _id: string;
  merchantId: string;
  personId: string;
  role: Role;
  /** The stores the person is bound to; null: all of them. */
  storeIds: string[] | null;
  createdAt: Date;
}

const membershipSchema = new Schema<MembershipDoc>(
  {
    _id: { type: String, required: true },
    merchantId: { type: String, required: true },
    personId: { type: String, required: true },
    role: { type: String, required: true },
    storeIds: { type: [String], default: null },
    createdAt: { type: Date, required: true },
  },
  { collection: 'memberships', versionKey: false },
);
membershipSchema.index({ merchantId: 1, personId: 1 }, { unique: true });
// Asked before it is known of which merchants somebody is.
membershipSchema.index({ personId: 1 });
export const membershipModel = modelDefinition('Membership', membershipSchema);
