import { Button, Group, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Refused } from '../api';
import type { CounterCustomer, CounterLimits } from '../api';
import { formatMoney, readMoney } from '../format';
import { counter } from '../words/pt';
import type { Desk } from './desk';
import { pointsText } from './moves';
import type { Move } from './moves';
import { askedUse } from './redeem-draft';
import type { RedeemDraft } from './redeem-draft';
import type { MoveState } from './use-move';

interface Props {
  desk: Desk;
  customer: CounterCustomer;
  /** Null: not known. */
  limits: CounterLimits | null;
  /** What became of the last move. */
  state: MoveState;
  onAsk: (move: Move) => void;
}

const WORDS = counter.redeem;

/** How much of a balance is used on which purchase. As much as there is and the purchase takes, unless somebody says less. */
export function RedeemForm({ desk, customer, limits, state, onAsk }: Props): ReactNode {
  const { cashback, points } = customer;
  const [typed, setDraft] = useState<RedeemDraft>({
    type: 'cashback',
    saleTotal: '',
    amount: null,
    saleRef: '',
  });
  const [checked, setChecked] = useState(false);
  const both = cashback.activeCents > 0 && points.activePoints > 0;
  const draft = both ? typed : draftOf(typed, cashback.activeCents > 0 ? 'cashback' : 'points');
  const context = { customer, limits, storeId: desk.store?.id ?? null };
  const asked = askedUse(draft, context);
  const change = (change: Partial<RedeemDraft>): void => setDraft({ ...draft, ...change });
  const ask = (reserve: boolean): void => {
    setChecked(true);
    if (asked.move) onAsk(reserve ? { ...asked.move, reserve } : asked.move);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask(false);
  };
  const room = roomSaid(state, customer.id, draft.type);
  return (
    <form onSubmit={submit} noValidate aria-label={WORDS.title}>
      <Stack gap="md">
        <Title order={3} size="h4">
          {WORDS.title}
        </Title>
        {both && (
          <Group gap="xs" role="group" aria-label={WORDS.type}>
            {(['cashback', 'points'] as const).map((type) => (
              <Button
                key={type}
                mih={44}
                variant={draft.type === type ? 'filled' : 'default'}
                aria-pressed={draft.type === type}
                onClick={() => change({ type, amount: null })}
              >
                {type === 'cashback' ? WORDS.cashback : WORDS.pointsOption}
              </Button>
            ))}
          </Group>
        )}
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextInput
            label={WORDS.saleTotal}
            size="lg"
            inputMode="decimal"
            autoComplete="off"
            autoFocus
            value={draft.saleTotal}
            error={checked ? asked.problems.saleTotal : undefined}
            onChange={({ currentTarget }) => change({ saleTotal: currentTarget.value })}
          />
          <TextInput
            label={draft.type === 'cashback' ? WORDS.amount : WORDS.points}
            size="lg"
            inputMode={draft.type === 'cashback' ? 'decimal' : 'numeric'}
            autoComplete="off"
            value={draft.amount ?? asked.most}
            error={checked ? asked.problems.amount : undefined}
            onChange={({ currentTarget }) => change({ amount: currentTarget.value })}
          />
          <TextInput
            label={WORDS.saleRef}
            size="lg"
            autoComplete="off"
            value={draft.saleRef}
            onChange={({ currentTarget }) => change({ saleRef: currentTarget.value })}
          />
        </SimpleGrid>
        <Group justify="flex-end">
          {room !== null && readMoney(draft.saleTotal) !== null && (
            <Button size="lg" variant="default" onClick={() => askFor(room.typed)}>
              {WORDS.redeemInstead(room.said)}
            </Button>
          )}
          <Button size="lg" variant="default" onClick={() => ask(true)}>
            {WORDS.reserve}
          </Button>
          <Button size="lg" type="submit">
            {WORDS.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );

  function askFor(amount: string): void {
    const less = { ...draft, amount };
    setDraft(less);
    const { move } = askedUse(less, context);
    if (move) onAsk(move);
  }
}

/** A draft where there is but one thing left to use: what was typed of the other is none of it. */
function draftOf(typed: RedeemDraft, type: RedeemDraft['type']): RedeemDraft {
  return typed.type === type ? typed : { ...typed, type, amount: null };
}

/** How much the API said would fit, where it refused more of the same: as it is typed, and as it is said. */
function roomSaid(
  state: MoveState,
  customerId: string,
  type: RedeemDraft['type'],
): { typed: string; said: string } | null {
  if (state.phase !== 'refused' || !(state.failure instanceof Refused)) return null;
  const { move, failure } = state;
  if (failure.code !== 'above_max_share' || move.kind !== 'use') return null;
  if (move.customerId !== customerId || move.type !== type) return null;
  const { maxCents, requestedCents } = failure.facts;
  if (typeof maxCents !== 'number' || typeof requestedCents !== 'number') return null;
  if (move.type === 'cashback') {
    const said = formatMoney(maxCents);
    return maxCents > 0 ? { typed: said, said } : null;
  }
  // What a point is worth now, whatever it was when somebody was looked for.
  const valueCents = requestedCents / move.points;
  const points = Math.floor(maxCents / valueCents);
  return points > 0 ? { typed: String(points), said: pointsText(points, points * valueCents) } : null;
}
