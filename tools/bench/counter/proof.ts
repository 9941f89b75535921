import { WrongResultError } from '../proof';
import type { CounterStage } from './stage';
import type { Till } from './till';

/** Proves that every redemption that was answered as confirmed was booked once, and none that was refused. @throws {WrongResultError} */
export async function proveTill(
  { api, db, counter }: CounterStage,
  { confirmed, unknown }: Till,
): Promise<void> {
  const { merchantId, apiKey } = counter;
  const spent = await db.collection('ledger_entries').countDocuments({ merchantId, type: 'SPEND' });
  const headers = { authorization: `Bearer ${apiKey}` };
  const { ok, problems } = await api.json<{ ok: boolean; problems: unknown[] }>(200, {
    ...{ method: 'GET', path: '/v1/ledger/verify', headers },
  });
  const wrong = [
    ...(spent >= confirmed && spent <= confirmed + unknown
      ? []
      : [`${spent} redemptions were booked, ${confirmed} were confirmed, and ${unknown} of unknown outcome`]),
    ...(ok ? [] : [`the ledger does not hold: ${JSON.stringify(problems)}`]),
  ];
  if (wrong.length > 0) throw new WrongResultError(wrong);
}
