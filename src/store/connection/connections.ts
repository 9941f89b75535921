import { newId } from '../../ids';
import type { Sealer } from '../secret';
import type { Mongo } from '../mongo';
import { isDuplicateKey } from '../mongo';
import type { ConnectionDoc, ConnectionRefusal, RefreshFailure } from './connection-model';
import { connectionModel } from './connection-model';
import type { StoreConnection, Tokens } from './store-connection';
import { createConnectionKeeping } from './connection-keeping';
import type { ConnectionKeeping } from './connection-keeping';
import { refusalEnded, refusalPlace } from './refusal';
import type { TokensKnown } from './upkeep';

/** Tokens, how the last refresh of them failed, if it did, and until when somebody refreshes them. */
interface TokensInUse extends Tokens {
  refreshFailed: RefreshFailure | null;
  refreshingUntil: Date | null;
}

/** The company is of another merchant already. */
export class CompanyTakenError extends Error {
  override readonly name = 'CompanyTakenError';

  /** @param released whether that merchant has disconnected it: its sales are there all the same */
  constructor(readonly released: boolean) {
    super(`This Bling company ${released ? 'was' : 'is'} connected to another merchant.`);
  }
}

/** Authorised Bling companies and their tokens. */
export interface Connections extends ConnectionKeeping {
  /**
   * Connects a company, or renews its tokens if the same merchant had connected it before.
   * @param since from when on a new one's orders are read; absent: from now
   * @throws CompanyTakenError
   */
  authorize(
    merchantId: string,
    company: { companyId: string; companyName: string },
    tokens: Omit<Tokens, 'version'>,
    now: Date,
    since?: Date,
  ): Promise<StoreConnection>;
  list(merchantId: string): Promise<StoreConnection[]>;
  get(merchantId: string, connectionId: string): Promise<StoreConnection | null>;
  /** For the webhook path: which connection a company belongs to. */
  ofCompany(companyId: string): Promise<StoreConnection | null>;
  configure(
    merchantId: string,
    connectionId: string,
    settings: Partial<
      Pick<
        StoreConnection,
        | 'zone'
        | 'completedSituations'
        | 'cancelledSituations'
        | 'walkInContactId'
        | 'reconcileEvery'
        | 'consumerInvoicesSince'
        | 'invoicesCountedFrom'
        | 'refused'
        | 'invoicesRefused'
        | 'unappliedSince'
      >
    >,
  ): Promise<StoreConnection | null>;
  tokens(connectionId: string): Promise<TokensInUse | null>;
  /** What says when tokens are to be refreshed, whatever key they are sealed with. Null: there is no such connection. */
  tokensKnown(merchantId: string, connectionId: string): Promise<TokensKnown | null>;
  /** True for the one caller that may refresh tokens of this version, until `until`; for none while a failure is waited out. */
  claimRefresh(connectionId: string, version: number, now: Date, until: Date): Promise<boolean>;
  /** Stores refreshed tokens if they are still of `version`. */
  saveTokens(connectionId: string, version: number, tokens: Omit<Tokens, 'version'>): Promise<boolean>;
  /**
   * Gives a claim back after a refresh that failed: nobody claims tokens of this version again before `failed.until`. After a final
   * one the connection is `needs_authorization`; where the tokens were replaced meanwhile, nothing happens.
   */
  failRefresh(connectionId: string, version: number, failed: RefreshFailure): Promise<void>;
  /**
   * Notes that a sale of the connection was refused: it is `needs_authorization` until it is authorised again or answers, but not where
   * NFC-e alone are forbidden. What was noted first stays. False: it was authorised again since `connection` was read, so that the refusal says nothing any more.
   */
  refuse(connection: StoreConnection, refusal: ConnectionRefusal): Promise<boolean>;
  /**
   * Forgets the refusal that `connection` was read with and the answer ends, and remembers since when what was refused is answered again. True for the one
   * caller that has done so.
   */
  answered(
    connection: StoreConnection,
    answer: { asked: ConnectionRefusal['asked']; at: Date },
  ): Promise<boolean>;
}

/** The connections of one database. @param sealer tokens are encrypted with it at rest */
export function createConnections(mongo: Mongo, sealer: Sealer): Connections {
  const sealed = (
    id: string,
    tokens: Omit<Tokens, 'version'>,
  ): Pick<ConnectionDoc, 'accessToken' | 'refreshToken' | 'accessExpiresAt'> => ({
    accessToken: sealer.seal(id, tokens.accessToken),
    refreshToken: sealer.seal(id, tokens.refreshToken),
    accessExpiresAt: tokens.expiresAt,
  });

  const get = async (merchantId: string, id: string): Promise<StoreConnection | null> =>
    toConnection(await mongo.findOne(connectionModel, { _id: id, merchantId }));

  async function authorizeAgain(
    merchantId: string,
    company: { companyId: string; companyName: string },
    tokens: Omit<Tokens, 'version'>,
    now: Date,
  ): Promise<StoreConnection | null> {
    const known = await mongo.of(connectionModel).findOne({ companyId: company.companyId }).lean();
    if (!known) return null;
    if (known.merchantId !== merchantId) throw new CompanyTakenError(known.held?.as === 'disconnected');
    const doc = await mongo
      .of(connectionModel)
      .findOneAndUpdate(
        { _id: known._id, merchantId },
        {
          $set: {
            ...sealed(known._id, tokens),
            companyName: company.companyName,
            state: 'connected',
            authorizedAt: now,
            refreshingUntil: null,
            refreshFailed: null,
            refused: null,
            invoicesRefused: null,
            answeredAgain: null,
            held: null,
            monthReconciledAt: null,
          },
          $inc: { tokenVersion: 1 },
        },
        { returnDocument: 'after' },
      )
      .lean();
    return toConnection(doc);
  }

  return {
    async authorize(merchantId, company, tokens, now, since = now) {
      const again = await authorizeAgain(merchantId, company, tokens, now);
      if (again) return again;
      const id = newId('con');
      const doc: ConnectionDoc = {
        _id: id,
        merchantId,
        companyId: company.companyId,
        companyName: company.companyName,
        zone: null,
        state: 'connected',
        completedSituations: [],
        cancelledSituations: [],
        walkInContactId: null,
        ...sealed(id, tokens),
        tokenVersion: 1,
        refreshingUntil: null,
        // Whatever it sells from then on is told of, or compared in the usual time.
        ...{ reconciledUntil: since, monthReconciledAt: now },
        createdAt: since,
        authorizedAt: now,
      };
      try {
        await mongo.of(connectionModel).create([doc]);
        return asConnection(doc);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const raced = await authorizeAgain(merchantId, company, tokens, now);
        if (!raced) throw error;
        return raced;
      }
    },
    list: async (merchantId) =>
      (await mongo.of(connectionModel).find({ merchantId }).lean())
        .sort((one, other) => +one.createdAt - +other.createdAt || (one._id < other._id ? -1 : 1))
        .map(asConnection),
    get,
    ofCompany: async (companyId) =>
      toConnection(await mongo.of(connectionModel).findOne({ companyId }).lean()),
    configure: async (merchantId, id, settings) =>
      toConnection(
        await mongo
          .of(connectionModel)
          .findOneAndUpdate({ _id: id, merchantId }, { $set: settings }, { returnDocument: 'after' })
          .lean(),
      ),
    async tokens(id) {
      const doc = await mongo.of(connectionModel).findById(id).lean();
      if (!doc) return null;
      return {
        accessToken: sealer.open(id, doc.accessToken),
        refreshToken: sealer.open(id, doc.refreshToken),
        expiresAt: doc.accessExpiresAt,
        version: doc.tokenVersion,
        insteadOfRefusedAt:
          doc.insteadOfRefused?.version === doc.tokenVersion ? doc.insteadOfRefused.at : null,
        refreshFailed: failureOf(doc),
        refreshingUntil: doc.refreshingUntil,
      };
    },
    async tokensKnown(merchantId, id) {
      const doc = await mongo.of(connectionModel).findOne({ _id: id, merchantId }).lean();
      return doc && { expiresAt: doc.accessExpiresAt, refreshFailed: failureOf(doc) };
    },
    async claimRefresh(id, version, now, until) {
      const { matchedCount } = await mongo.of(connectionModel).updateOne(
        {
          _id: id,
          tokenVersion: version,
          $and: [
            { $or: [{ refreshingUntil: null }, { refreshingUntil: { $lte: now } }] },
            {
              $or: [
                { 'refreshFailed.until': { $not: { $gt: now } } },
                { 'refreshFailed.version': { $nin: [version, null] } },
              ],
            },
          ],
        },
        { $set: { refreshingUntil: until, refreshFailed: null } },
      );
      return matchedCount === 1;
    },
    async saveTokens(id, version, tokens) {
      const { insteadOfRefusedAt: insteadAt } = tokens;
      const { matchedCount } = await mongo.of(connectionModel).updateOne(
        { _id: id, tokenVersion: version },
        {
          $set: {
            ...sealed(id, tokens),
            refreshingUntil: null,
            refreshFailed: null,
            insteadOfRefused: insteadAt ? { at: insteadAt, version: version + 1 } : null,
            state: 'connected',
          },
          $inc: { tokenVersion: 1 },
        },
      );
      return matchedCount === 1;
    },
    async failRefresh(id, version, { until, final }) {
      await mongo.of(connectionModel).updateOne(
        { _id: id, tokenVersion: version },
        {
          $set: {
            refreshingUntil: null,
            refreshFailed: { until, final, version },
            ...(final ? { state: 'needs_authorization' as const } : {}),
          },
        },
      );
    },
    async refuse({ id, merchantId, authorizedAt }, refusal) {
      const same = { _id: id, merchantId, authorizedAt };
      const place = refusalPlace(refusal);
      const { matchedCount } = await mongo
        .of(connectionModel)
        .updateOne({ ...same, [place]: null }, { $set: { [place]: refusal } });
      return matchedCount === 1 || (await mongo.of(connectionModel).exists(same)) !== null;
    },
    async answered(connection, { asked, at }) {
      const { id, merchantId, answeredAgain } = connection;
      const ended = refusalEnded(connection, asked);
      if (!ended) return false;
      const { matchedCount } = await mongo
        .of(connectionModel)
        .updateOne(
          { _id: id, merchantId, [`${ended.place}.since`]: ended.since },
          { $set: { [ended.place]: null, answeredAgain: { ...answeredAgain, [asked]: at } } },
        );
      return matchedCount === 1;
    },
    ...createConnectionKeeping(mongo, get, sealed),
  };
}

/** How the last refresh of these tokens failed; null: not, or it was of others. What an earlier version wrote names none. */
function failureOf({ refreshFailed, tokenVersion }: ConnectionDoc): RefreshFailure | null {
  if (!refreshFailed || (refreshFailed.version ?? tokenVersion) !== tokenVersion) return null;
  return { until: refreshFailed.until, final: refreshFailed.final };
}

function asConnection(doc: ConnectionDoc): StoreConnection {
  const {
    _id,
    accessToken: _a,
    refreshToken: _r,
    tokenVersion: _v,
    accessExpiresAt: _e,
    refreshingUntil: _u,
    refreshFailed: _f,
    insteadOfRefused: _i,
    reconciling: _c,
    reconcilingSince: _s,
    ...rest
  } = doc;
  const access = rest.refused ? 'needs_authorization' : rest.state;
  return { id: _id, ...rest, state: rest.held?.as ?? access };
}

function toConnection(doc: ConnectionDoc | null): StoreConnection | null {
  return doc ? asConnection(doc) : null;
}
