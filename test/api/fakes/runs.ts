import type { Queue } from '../../../src/queues';
import type { RunLook, Runs, SaleOfRun, VoucherMove } from '../../../src/runs';
import { saleInput } from '../../../src/runs/sale-start';
import type {
  ConnectionInput,
  CustomerInput,
  CustomerMergeInput,
  ParkedSalesInput,
  ContactImportInput,
  FileImportInput,
  ReconciliationInput,
  RedemptionInput,
  RedemptionReceipt,
  ReserveRequest,
  SaleChangeReceipt,
  SaleHint,
  SaleInput,
  SimulationInput,
} from '../../../src/workflows';
import { aReceipt, aVoucherReceipt } from '../builders';

/** Runs that remember what they were asked and answer as told; of a sale they remember what its run is told. */
export interface FakeRuns extends Runs {
  signals: { input: SaleInput; hint: SaleHint }[];
  /** Sales told to calculate again, and what for. */
  moved: { input: SaleInput; causeId: string }[];
  imports: FileImportInput[];
  contactImports: ContactImportInput[];
  simulations: SimulationInput[];
  merges: CustomerMergeInput[];
  reconciliations: ReconciliationInput[];
  /** Customers whose runs were told to look again. */
  customers: CustomerInput[];
  /** Connections whose runs were told to look again. */
  connections: ConnectionInput[];
  parked: ParkedSalesInput[];
  updates: { name: string; input: RedemptionInput; request: unknown; callId?: string }[];
  /** Updates of sales, by the name of the method or the voucher's move. */
  saleUpdates: { name: string; sale: SaleInput; request: unknown; callId: string }[];
  unattendedQueues: Queue[];
  /** What Temporal says of the run of any sale. */
  look: RunLook | null;
  /** What confirming, releasing or undoing answers of the use besides its state. */
  used: Partial<RedemptionReceipt>;
  /** What the next calls come to: throw to refuse. */
  behave: () => Promise<void> | void;
}

const STATES: Record<VoucherMove, RedemptionReceipt['state']> = {
  reserve: 'reserved',
  redeem: 'confirmed',
  release: 'released',
  rollback: 'rolled_back',
};

/** @param settleMs as the runs of the API under test */
export function createFakeRuns(settleMs = 0): FakeRuns {
  const fake: FakeRuns = {
    signals: [],
    moved: [],
    imports: [],
    contactImports: [],
    simulations: [],
    merges: [],
    reconciliations: [],
    customers: [],
    connections: [],
    parked: [],
    updates: [],
    saleUpdates: [],
    unattendedQueues: [],
    look: null,
    used: {},
    behave: () => undefined,
    async saleChanged(sale, hint) {
      fake.signals.push({ input: saleInput(sale, settleMs), hint });
      await fake.behave();
    },
    async benefitMoved(sale, causeId) {
      fake.moved.push({ input: saleInput(sale, settleMs), causeId });
      await fake.behave();
    },
    async pastSale(sale) {
      fake.moved.push({ input: saleInput(sale, settleMs), causeId: 'past-order' });
      await fake.behave();
    },
    async simulate(input) {
      fake.simulations.push(input);
      await fake.behave();
    },
    async sourceAnswers() {
      await fake.behave();
    },
    async wakeParked(input) {
      fake.parked.push(input);
      await fake.behave();
    },
    async connectionChanged(input) {
      fake.connections.push(input);
      await fake.behave();
    },
    async reconcileNow(input) {
      fake.connections.push(input);
      await fake.behave();
    },
    async reconcile(input) {
      fake.reconciliations.push(input);
      await fake.behave();
    },
    async mergeCustomers(input) {
      fake.merges.push(input);
      await fake.behave();
    },
    async customerChanged(input) {
      fake.customers.push(input);
      await fake.behave();
    },
    async importContacts(input) {
      fake.contactImports.push(input);
      await fake.behave();
    },
    async importFile(input) {
      fake.imports.push(input);
      await fake.behave();
    },
    async reserve(input, request: ReserveRequest & { keyId?: string | null }) {
      fake.updates.push({ name: 'reserve', input, request });
      await fake.behave();
      const { confirm: _confirm, keyId: _key, ...asked } = request;
      return aReceipt({
        ...asked,
        redemptionId: input.redemptionId,
        state: request.confirm ? 'confirmed' : 'reserved',
        discountCents: request.type === 'points' ? request.amount * 2 : 0,
        left: 4_000,
      });
    },
    confirm: (input, by, callId) => act('confirm', 'confirmed', input, by, callId),
    release: (input, by, callId) => act('release', 'released', input, by, callId),
    rollback: (input, by, callId) => act('rollback', 'rolled_back', input, by, callId),
    async voucher(move, sale, request, callId) {
      await change(move, sale, request, callId);
      const { lotId, saleTotalCents, saleRef, operator, storeId } = request;
      const said = { lotId, saleRef, operator, storeId, saleTotalCents: saleTotalCents ?? 12_900 };
      return aVoucherReceipt({ ...said, redemptionId: callId, state: STATES[move] });
    },
    returnGoods: (sale, request, callId) => change('returnGoods', sale, request, callId),
    claimSale: (sale, request, callId) => change('claimSale', sale, request, callId),
    async lookAtSale() {
      await fake.behave();
      return fake.look;
    },
    linkTo: (workflowId) => `https://temporal.example.com/${encodeURIComponent(workflowId)}`,
    ping: async () => fake.behave(),
    unattended: async () => {
      await fake.behave();
      return fake.unattendedQueues;
    },
  };

  async function change(
    name: string,
    sale: SaleOfRun,
    request: unknown,
    callId: string,
  ): Promise<SaleChangeReceipt> {
    fake.saleUpdates.push({ name, sale: saleInput(sale, settleMs), request, callId });
    await fake.behave();
    return { saleId: sale.id, customerId: 'cus_1', amountCents: 0, returnedCents: 0 };
  }

  async function act(
    name: string,
    state: RedemptionReceipt['state'],
    input: RedemptionInput,
    request: unknown,
    callId: string,
  ): Promise<RedemptionReceipt> {
    fake.updates.push({ name, input, request, callId });
    await fake.behave();
    return aReceipt({ ...fake.used, redemptionId: input.redemptionId, state });
  }

  return fake;
}
