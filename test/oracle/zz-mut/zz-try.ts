import { playProduct } from './product';
import { consultOracle } from './model';
import { complete, fivePercent, history, program, spend } from './builders';
for (const clawback of ['to_zero', 'pending_only', 'allow_debt'] as const)
  for (const extra of [{ budgetCents: 800 }, { capPerCustomerPerMonthCents: 800 }])
    for (const last of [
      { do: 'cancel', saleId: 's1' } as const,
      complete({ totalCents: 0 }),
      complete({ totalCents: 2000 }),
      { do: 'return', saleId: 's1', amountCents: 9000 } as const,
    ]) {
      const b = program([{ ...fivePercent, ...extra }], { returns: { clawback } });
      for (const h of [
        history(
          b,
          ['10', complete()],
          ['11', spend('r', 300)],
          ['12', last],
          ['14', complete({ id: 's2', totalCents: 20000 })],
        ),
      ])
        console.log(
          clawback,
          JSON.stringify(extra),
          last.do,
          playProduct(h).wallets.ana!.cashback.activeCents,
          consultOracle(h).wallets.ana!.cashback.activeCents,
        );
    }
