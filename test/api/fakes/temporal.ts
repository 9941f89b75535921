import type { TemporalGateway } from '../../../src/api';
import type {
  FileImportInput,
  RedemptionInput,
  RedemptionReceipt,
  ReserveRequest,
  SaleHint,
  SaleInput,
} from '../../../src/workflows';
import { aReceipt } from '../builders';

/** A gateway that remembers what it was asked and answers as told. */
export interface FakeTemporal extends TemporalGateway {
  signals: { input: SaleInput; hint: SaleHint }[];
  imports: FileImportInput[];
  updates: { name: string; input: RedemptionInput; request: unknown; callId?: string }[];
  /** What the next calls come to: throw to refuse. */
  behave: () => Promise<void> | void;
}

export function createFakeTemporal(): FakeTemporal {
  const fake: FakeTemporal = {
    signals: [],
    imports: [],
    updates: [],
    behave: () => undefined,
    async saleChanged(input, hint) {
      fake.signals.push({ input, hint });
      await fake.behave();
    },
    async importFile(input) {
      fake.imports.push(input);
      await fake.behave();
    },
    async reserve(input, request: ReserveRequest) {
      fake.updates.push({ name: 'reserve', input, request });
      await fake.behave();
      const { confirm: _confirm, ...asked } = request;
      return aReceipt({
        ...asked,
        redemptionId: input.redemptionId,
        state: request.confirm ? 'confirmed' : 'reserved',
      });
    },
    confirm: (input, by, callId) => act('confirm', 'confirmed', input, by, callId),
    release: (input, by, callId) => act('release', 'released', input, by, callId),
    rollback: (input, by, callId) => act('rollback', 'rolled_back', input, by, callId),
    ping: async () => fake.behave(),
  };

  async function act(
    name: string,
    state: RedemptionReceipt['state'],
    input: RedemptionInput,
    request: unknown,
    callId: string,
  ): Promise<RedemptionReceipt> {
    fake.updates.push({ name, input, request, callId });
    await fake.behave();
    return aReceipt({ redemptionId: input.redemptionId, state });
  }

  return fake;
}
