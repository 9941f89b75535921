import { SimpleGrid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Part } from '../../lists';
import { programForm } from '../../words/pt';
import { ChoiceField, DurationField, NumberField, SwitchField } from '../fields';

const { use, base, returns } = programForm;
const CLAWBACKS = (['allow_debt', 'to_zero', 'pending_only'] as const).map((value) => ({
  value,
  label: returns.clawbacks[value],
}));

/** How balance is used, on what benefit is computed, and what becomes of it with returns. */
export function MoneyParts(): ReactNode {
  return (
    <>
      <Part title={use.title}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} style={{ alignItems: 'end' }}>
          <NumberField path="redemption.maxShareBps" kind="rate" label={use.share} />
          <NumberField path="redemption.minSaleCents" kind="money" label={use.minSale} />
          <NumberField path="redemption.minBalanceCents" kind="money" label={use.minBalance} />
          <NumberField path="redemption.pointValueCents" kind="money" label={use.pointValue} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, md: 3 }}>
          <DurationField path="redemption.reservation" label={use.reservation} />
          <DurationField path="redemption.rollbackWindow" label={use.rollback} />
          <DurationField path="redemption.graceAfterRollback" label={use.grace} />
        </SimpleGrid>
      </Part>
      <Part title={base.title}>
        <Stack gap="xs">
          <SwitchField path="earning.base.includeFreight" label={base.freight} />
          <SwitchField path="earning.base.includeOtherExpenses" label={base.expenses} />
          <SwitchField path="earning.base.excludeBenefitPaid" label={base.excludePaid} />
          <SwitchField path="earning.base.earnOnRedeemed" label={base.earnOnRedeemed} />
        </Stack>
      </Part>
      <Part title={returns.title}>
        <ChoiceField path="returns.clawback" label={returns.clawback} choices={CLAWBACKS} />
        <SwitchField path="returns.refundSpent" label={returns.refund} />
      </Part>
    </>
  );
}
