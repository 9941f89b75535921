import type { z } from 'zod';
import { requestDigest, voucherCallIdOf } from '../../ids';
import { readVoucherCode, vouchersAt, voucherRefusal } from '../../loyalty';
import type { RunGate, VoucherMove } from '../../runs';
import { keyIdOf, namesOfStore } from '../http';
import type { AppDeps } from '../http';
import { Problem } from '../http/problem';
import type { voucherSchema, voucherUseSchema } from './voucher-schema';
import { voucherUseView, voucherView } from './voucher-view';
import { GuessGuard } from './guess-guard';
import type { VoucherLot } from './guess-guard';
import { refuseAtOnce } from './refuse-at-once';
import { storesCalled, withStoresCalled } from './stores-called';
import type { Till } from './till';

/** What staff ask of a voucher, under the key of their call. */
export interface VoucherOrder {
  move: VoucherMove;
  saleTotalCents: number | null;
  saleRef: string | null;
  /** The one use that is to be undone or let go; null: the latest, or the latest for `saleRef`. */
  redemptionId: string | null;
  /** Whose voucher it is said to be; null: nothing is said. */
  customerId: string | null;
  key: string;
}

/** Where tills bring codes. Every way in here is guarded against guessing. */
export class VoucherDesk {
  private readonly guard: GuessGuard;

  constructor(
    private readonly deps: AppDeps,
    private readonly gate: RunGate,
  ) {
    this.guard = new GuessGuard(deps);
  }

  /**
   * The voucher somebody typed the code of, in any spelling.
   * @param customerId whose it is said to be; null: nothing is said
   * @throws Problem
   */
  find(till: Till, typed: string, customerId: string | null): Promise<VoucherLot> {
    return this.guard.find(till, readVoucherCode(typed), customerId);
  }

  /** Whether it can be used for such a sale at this till, and what it would take off; changes nothing. */
  async look(
    till: Till,
    typed: string,
    { saleTotalCents, customerId }: Pick<VoucherOrder, 'saleTotalCents' | 'customerId'>,
  ): Promise<z.output<typeof voucherSchema>> {
    const { merchantId } = till.caller;
    const { id: lotId, customerId: owner, voucher } = await this.find(till, typed, customerId);
    const { code } = voucher;
    const wallet = await this.deps.store.wallets.read(merchantId, owner, { voucher: { code, lotId } });
    const now = Math.max(this.deps.now(), wallet?.lastAt ?? 0);
    const found = wallet && vouchersAt(wallet, now).find((one) => one.code === code);
    if (!found) throw new Problem('voucher_not_found');
    const storeId = await this.storeAs(found.stores, till);
    const sale = { code, saleTotalCents: saleTotalCents ?? found.minSaleCents, storeId };
    const called = found.stores && (await storesCalled(this.deps.store, merchantId, found.stores));
    return voucherView(found, voucherRefusal(wallet, sale, now), saleTotalCents, called);
  }

  /** Has it done on the run of the voucher's sale, where nothing else happens to it meanwhile. */
  async move(till: Till, typed: string, order: VoucherOrder): Promise<z.output<typeof voucherUseSchema>> {
    const { store, runs, now } = this.deps;
    const { merchantId } = till.caller;
    const lot = await this.find(till, typed, order.customerId);
    const { code } = lot.voucher;
    const { move, saleTotalCents, redemptionId, key } = order;
    // A worker of a former version looks for a sale that is called so, finds none, and undoes nothing; what it lets go is judged below.
    const saleRef = redemptionId ?? order.saleRef;
    const { operator } = till;
    const storeId = await this.storeAs(lot.voucher.stores, till);
    const sale = await store.sales.get(merchantId, lot.saleId);
    if (!sale) throw new Problem('voucher_not_found');
    const callId = voucherCallIdOf(merchantId, lot.id, move, key);
    const request = { lotId: lot.id, saleTotalCents, saleRef, operator, storeId };
    const done = this.gate.pass(sale.id, async () => {
      const call = { ...request, move, redemptionId, callId, digest: requestDigest(request) };
      await refuseAtOnce(store, till.caller, lot, call, now());
      return runs.voucher(move, sale, { ...request, keyId: keyIdOf(till.caller) }, callId);
    });
    const receipt = await done.catch(async (error: unknown) => {
      throw await withStoresCalled(store, merchantId, lot.voucher.stores, error);
    });
    return voucherUseView(code, receipt);
  }

  /** The till's store as the voucher calls it, which may have been limited to it by another of its names. */
  private async storeAs(stores: readonly string[] | null, { caller, storeId }: Till): Promise<string | null> {
    if (stores === null || storeId === null || stores.includes(storeId)) return storeId;
    const names = await namesOfStore(this.deps.store, caller.merchantId, storeId);
    return names.find((name) => stores.includes(name)) ?? storeId;
  }
}
