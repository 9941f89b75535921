import type { HttpCaller } from './http-caller';
import type { Shop } from './shops';

/** A long ledger is verified in parts: `next` is where the part after this one begins. */
interface VerifiedPart {
  ok: boolean;
  problems: unknown[];
  next: string | null;
}

/** The product's own proof of each shop's ledger, to its end: a sentence for each that does not hold. */
export async function ledgerProblems(shops: readonly Shop[], api: HttpCaller): Promise<string[]> {
  const problems: string[] = [];
  for (const { merchantId, apiKey } of shops) {
    for (let after: string | null = ''; after !== null;) {
      const verified: VerifiedPart = await api.json<VerifiedPart>(200, {
        method: 'GET',
        path: `/v1/ledger/verify${after === '' ? '' : `?after=${after}`}`,
        headers: { authorization: `Bearer ${apiKey}` },
      });
      if (!verified.ok) problems.push(`ledger of ${merchantId}: ${JSON.stringify(verified.problems)}`);
      after = verified.next;
    }
  }
  return problems;
}
