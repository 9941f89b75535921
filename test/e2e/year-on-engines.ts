import { WithStartWorkflowOperation } from '@temporalio/client';
import { emptyWallet, walletView } from '../../src/loyalty';
import type { Entry, HistoryEntry, LedgerProblem, WalletView } from '../../src/loyalty';
import {
  redemptionWorkflowId,
  REDEMPTION_WORKFLOW,
  reserve,
  returnGoods,
  rollback,
  saleChanged,
  SALE_WORKFLOW,
  saleWorkflowId,
  voucherRedeem,
} from '../../src/workflows';
import type { ReserveRequest, SaleInput } from '../../src/workflows';
import type { Names } from '../year/a-year';
import type { TimeHouse } from './time-house';
import { until } from './until';

type Event = Record<string, unknown> & { at: string; do: string };
const NOBODY = { operator: null, storeId: null };

/** Does to the engines, on a clock that runs ahead, what a history says. */
export class YearOnEngines {
  private readonly externalIds = new Map<string, string>();

  constructor(
    private readonly house: TimeHouse,
    names: Names,
  ) {
    for (let index = 0; index < 1_000; index += 1)
      this.externalIds.set(names.saleId(index), `venda-${index}`);
  }

  async waitUntil(at: number): Promise<void> {
    const now = await this.house.env.currentTimeMs();
    if (at > now) await this.house.env.sleep(at - now);
  }

  async happen(event: Event): Promise<void> {
    await this.waitUntil(Date.parse(event.at));
    switch (event.do) {
      case 'complete':
        return this.tell(event['sale'] as Record<string, unknown>);
      case 'cancel':
        return this.cancel(String(event['saleId']));
      case 'return':
        return this.returned(String(event['saleId']), Number(event['amountCents']), event.at);
      case 'reserve':
        return this.reserve(event);
      case 'rollback':
        return this.rollback(String(event['id']));
      case 'voucher.redeem':
        return this.redeem(String(event['code']), Number(event['saleTotalCents']));
      default:
        throw new Error(`A year on the engines knows no ${event.do}.`);
    }
  }

  async ledger(
    customers: readonly string[],
  ): Promise<{ entries: (Omit<HistoryEntry, 'at'> & Pick<Entry, 'at'>)[]; problems: LedgerProblem[] }> {
    const { store, merchantId } = this.house;
    const { problems } = await store.ledger.verify(merchantId);
    const entries: (Omit<HistoryEntry, 'at'> & Pick<Entry, 'at'>)[] = [];
    for (const customerId of customers)
      entries.push(...(await store.ledger.statement(merchantId, customerId, { limit: 100_000 })));
    return { entries, problems };
  }

  async wallet(customerId: string): Promise<WalletView> {
    const wallet = await this.house.store.wallets.read(this.house.merchantId, customerId, { vouchers: true });
    const view = walletView(wallet!, await this.house.env.currentTimeMs());
    // The engines' codes are random; the history calls a voucher by what earned it.
    const lots = new Map(wallet!.lots.map((lot) => [lot.voucher?.code, lot.id.replace(/\/1$/, '')]));
    return {
      ...view,
      vouchers: view.vouchers.map((voucher) => ({ ...voucher, code: lots.get(voucher.code)! })),
    };
  }

  nothing(): WalletView {
    return walletView(emptyWallet('nobody'), 0);
  }

  private async tell(sale: Record<string, unknown>): Promise<void> {
    const saleId = String(sale['id']);
    const totalCents = Number(sale['totalCents']);
    await this.post(
      saleId,
      String(sale['customerId']),
      new Date(String(sale['soldAt'])),
      totalCents,
      'completed',
    );
    await this.settled(
      saleId,
      ({ benefit }) => benefit.evaluated !== null && totalOf(benefit.evaluated.of) === totalCents,
    );
  }

  private async cancel(saleId: string): Promise<void> {
    const { owner, content } = (await this.house.store.sales.get(this.house.merchantId, saleId))!;
    const soldAt = new Date(content.soldAt!);
    await this.post(saleId, owner.customerId!, soldAt, content.totalCents, 'cancelled');
    await this.settled(saleId, ({ benefit }) => benefit.status === 'cancelled');
  }

  private async post(
    saleId: string,
    customerId: string,
    soldAt: Date,
    totalCents: number,
    sourceStatus: 'completed' | 'cancelled',
  ): Promise<void> {
    const { store, merchantId, env } = this.house;
    const input = this.inputOf(saleId);
    const posted = {
      ...{
        channel: 'pos' as const,
        externalId: input.externalId,
        number: null,
        storeId: null,
        soldAt,
        totalCents,
      },
      ...{
        freightCents: 0,
        otherExpensesCents: 0,
        discountCents: 0,
        items: [],
        sourceStatus,
        customerId,
        silent: null,
      },
    };
    const now = new Date(await env.currentTimeMs());
    await store.sales.record(merchantId, posted, 'America/Sao_Paulo', now);
    await env.client.workflow.signalWithStart(SALE_WORKFLOW, {
      workflowId: saleWorkflowId(input),
      taskQueue: this.house.taskQueue,
      args: [input],
      signal: saleChanged,
      signalArgs: [{ eventId: saleId, kind: 'posted' }],
    });
  }

  private async settled(
    saleId: string,
    is: (sale: NonNullable<Awaited<ReturnType<TimeHouse['store']['sales']['get']>>>) => boolean,
  ): Promise<void> {
    const { store, merchantId } = this.house;
    await until(`sale ${saleId} to settle`, async () => {
      const sale = await store.sales.get(merchantId, saleId);
      return sale !== null && is(sale);
    });
  }

  private async returned(saleId: string, amountCents: number, call: string): Promise<void> {
    const request = { ...NOBODY, amountCents, items: [], reason: null };
    await this.house.env.client.workflow.executeUpdateWithStart(returnGoods, {
      args: [request],
      updateId: `return/${saleId}/${call}`,
      startWorkflowOperation: this.startSale(saleId),
    });
  }

  private async redeem(code: string, saleTotalCents: number): Promise<void> {
    const [saleId] = code.split('/');
    await this.house.env.client.workflow.executeUpdateWithStart(voucherRedeem, {
      args: [{ ...NOBODY, lotId: `${code}/1`, saleTotalCents, saleRef: null }],
      updateId: `voucher/${code}/1`,
      startWorkflowOperation: this.startSale(saleId!),
    });
  }

  private async reserve(event: Event): Promise<void> {
    const { customerId, type, amount, saleTotalCents } = event as unknown as Parameters<typeof reserveOf>[0];
    await this.house.env.client.workflow.executeUpdateWithStart(reserve, {
      args: [reserveOf({ customerId, type, amount, saleTotalCents })],
      updateId: String(event['id']),
      startWorkflowOperation: this.startRedemption(String(event['id'])),
    });
  }

  private async rollback(id: string): Promise<void> {
    await this.house.env.client.workflow.executeUpdateWithStart(rollback, {
      args: [NOBODY],
      updateId: `rollback/${id}`,
      startWorkflowOperation: this.startRedemption(id),
    });
  }

  private startSale(saleId: string): WithStartWorkflowOperation<(input: SaleInput) => Promise<unknown>> {
    const input = this.inputOf(saleId);
    return new WithStartWorkflowOperation(SALE_WORKFLOW, {
      workflowId: saleWorkflowId(input),
      taskQueue: this.house.taskQueue,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  }

  private startRedemption(
    redemptionId: string,
  ): WithStartWorkflowOperation<(input: object) => Promise<unknown>> {
    const input = { merchantId: this.house.merchantId, redemptionId };
    return new WithStartWorkflowOperation(REDEMPTION_WORKFLOW, {
      workflowId: redemptionWorkflowId(input),
      taskQueue: this.house.taskQueue,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  }

  private inputOf(saleId: string): SaleInput {
    const { merchantId } = this.house;
    const externalId = this.externalIds.get(saleId)!;
    return { merchantId, saleId, channel: 'pos', externalId, connectionId: null, settleMs: 0 };
  }
}

function reserveOf(asked: {
  customerId: string;
  type: 'cashback' | 'points';
  amount: number;
  saleTotalCents: number;
}): ReserveRequest {
  return { ...asked, ...NOBODY, freightCents: 0, saleRef: null, confirm: true };
}

/** The total a result was calculated from: its place in the key is fixed. */
function totalOf(of: string): number {
  return (JSON.parse(of) as unknown[])[5] as number;
}
