import { describe, expect, it } from '@jest/globals';
import type { Books } from '../../../tools/faults/books';
import { Deeds } from '../../../tools/faults/deeds';
import { deviations } from '../../../tools/faults/deviations';
import { personOf } from '../../../tools/faults/people';

const MESSAGE = 'm/s1/earned/whatsapp';

/** One sale of R$ 100,39 and one use of three cents, as they were made. */
function done(): Deeds {
  const deeds = new Deeds();
  deeds.sold.set('s1', { saleId: 's1', merchantId: 'm', buyer: 1, totalCents: 10_039 });
  deeds.used.set('r1', {
    ...{ redemptionId: 'r1', merchantId: 'm', customerId: 'c1', benefit: 'cashback', amount: 3 },
    end: 'confirmed',
  });
  return deeds;
}

/** The books after them, as they must be. */
function books(changes: Partial<Books> = {}): Books {
  const given = ['EARN_PENDING', 'ACTIVATE'].map((type) => ({
    ...{ type, benefit: 'cashback', cause: { saleId: 's1' }, saleIds: ['s1'] },
  }));
  const spent = ['RESERVE', 'SPEND'].map((type) => ({
    ...{ type, benefit: 'cashback', cause: { redemptionId: 'r1' }, saleIds: ['s1'] },
  }));
  return {
    sales: [{ _id: 's1', merchantId: 'm', customerId: 'c1', status: 'active', earnedCents: 501 }],
    entries: [...given, ...spent],
    uses: [{ _id: 'r1', customerId: 'c1', type: 'cashback', amount: 3, state: 'confirmed' }],
    wallets: [{ _id: 'c1', cashback: { active: 498, pending: 0, reserved: 0, debt: 0 } }],
    vouchers: [],
    messages: [
      { _id: MESSAGE, saleId: 's1', channel: 'whatsapp', state: 'delivered' },
      { _id: 'm/s1/earned/email', saleId: 's1', channel: 'email', state: 'sent' },
    ],
    ledgerProblems: [],
    alerts: [],
    brokenRuns: [],
    whatsapp: [MESSAGE],
    mails: [{ to: personOf(1).email, copies: 1 }],
    ...changes,
  };
}

describe('what is found after kills', () => {
  it('is nothing where all that was done is in the books once', () => {
    expect(deviations(done(), books())).toEqual([]);
  });

  it('is a sale that was lost, given twice, or given another amount', () => {
    const { sales, entries } = books();
    expect(deviations(done(), books({ sales: [] }))).toContain(
      'the sale s1 was acknowledged and is not there',
    );
    expect(deviations(done(), books({ entries: [...entries, entries[0]!] }))).toEqual([
      'the sale s1 was given its cashback 2 and 1 times, not once',
    ]);
    expect(deviations(done(), books({ sales: [{ ...sales[0]!, earnedCents: 502 }] }))).toEqual([
      'the sale s1 is active with 502 cents, not 501',
    ]);
  });

  it('is a buyer who became two customers', () => {
    const deeds = done();
    deeds.sold.set('s2', { saleId: 's2', merchantId: 'm', buyer: 1, totalCents: 2_000 });
    const [sale] = books().sales;
    const twice = [sale!, { ...sale!, _id: 's2', customerId: 'c2', earnedCents: 100 }];
    expect(deviations(deeds, books({ sales: twice }))).toContain(
      'the buyer m 1 became several customers: c1, c2',
    );
  });

  it('is a use that was acknowledged and lost, made twice, or that nobody asked for', () => {
    const { uses, entries } = books();
    expect(deviations(done(), books({ uses: [], entries: entries.slice(0, 2) }))).toContain(
      'the use r1 of 3 was acknowledged as confirmed and is not there',
    );
    expect(deviations(done(), books({ entries: [...entries, entries[3]!] }))).toContain(
      'the use r1 of 3 is confirmed and moved value by RESERVE, SPEND, SPEND, not RESERVE, SPEND',
    );
    expect(deviations(done(), books({ uses: [...uses, { ...uses[0]!, _id: 'r2', amount: 0 }] }))).toEqual([
      'nobody asked for the use r2',
    ]);
  });

  it('is a use that was answered as not done, and not one that nobody knows of', () => {
    const asked = done().used.get('r1')!;
    const deeds = done();
    deeds.used.set('r1', { ...asked, end: 'nothing' });
    expect(deviations(deeds, books())).toEqual([
      'the use r1 of 3 was answered as not done, and is confirmed',
    ]);
    deeds.used.set('r1', { ...asked, end: 'confirmed or nothing' });
    expect(deviations(deeds, books())).toEqual([]);
  });

  it('is a balance that is not the sum of what was earned and used', () => {
    const wallets = [{ _id: 'c1', cashback: { active: 501, pending: 0, reserved: 0, debt: 0 } }];
    expect(deviations(done(), books({ wallets }))).toEqual([
      'the customer c1 has 501 cents (and 0 that nobody owes), not 498',
    ]);
  });

  it('is a message that came twice, or that came to nobody although it is said to be sent', () => {
    expect(deviations(done(), books({ whatsapp: [MESSAGE, MESSAGE] }))).toEqual([
      `the WhatsApp message ${MESSAGE} came 2 times`,
    ]);
    expect(deviations(done(), books({ whatsapp: [] }))).toEqual([
      `the WhatsApp message ${MESSAGE} is delivered and never came`,
    ]);
    expect(deviations(done(), books({ mails: [] }))).toEqual([
      'the mailbox compradora.1@correio.com.br shows 0 messages, not 1',
    ]);
  });

  it('is an alert of a defect or one that is open and that kills do not explain, a run that failed, and a ledger that does not hold', () => {
    const resolvedAt = new Date(0);
    const alerts = [
      { kind: 'queue_unattended', text: 'a', resolvedAt },
      { kind: 'queue_unattended', text: 'b', resolvedAt: null },
      { kind: 'step_stuck', text: 'd', resolvedAt: null },
      { kind: 'step_defect', text: 'c', resolvedAt },
    ];
    expect(
      deviations(done(), books({ alerts, brokenRuns: ['sale/1 (FAILED)'], ledgerProblems: ['l'] })),
    ).toEqual([
      'l',
      'the run sale/1 (FAILED) did not end by itself',
      'there is an alert queue_unattended: b',
      'there is an alert step_defect: c',
    ]);
  });
});
