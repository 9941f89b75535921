import { Badge, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { CounterCustomer, Voucher } from '../api';
import { api, bodyOf, Refused } from '../api';
import { formatLocalDate, formatMoney, formatRate, readMoney } from '../format';
import { FailureNotice, useAction } from '../parts';
import { common, counter } from '../words/pt';
import type { Desk } from './desk';
import type { Move } from './moves';
import { spokenName } from './spoken-name';
import { useIsHere } from './use-is-here';
import { whoIs } from './who-is';

interface Props {
  desk: Desk;
  voucher: Voucher;
  customer: CounterCustomer | null;
  onAsk: (move: Move) => void;
  /** It was looked at for a purchase that it cannot be used for, which is written down. */
  onTried: () => void;
}

const WORDS = counter.voucher;

/** A voucher: what it is good for, whose it is, and its use; or why it cannot be used. */
export function VoucherCard({ desk, voucher, customer, onAsk, onTried }: Props): ReactNode {
  const { code, state, usable, refusal } = voucher;
  const owner = customer ? whoIs(customer) : [];
  return (
    <Paper withBorder p="md" component="section" aria-label={`${WORDS.title} ${code}`}>
      <Stack gap="md">
        <Group>
          <Title order={2}>{`${WORDS.title} ${code}`}</Title>
          <Badge size="lg" variant="default">
            {WORDS.states[state]}
          </Badge>
        </Group>
        {customer && <Text size="lg">{WORDS.of(owner.join(' · '))}</Text>}
        <Text size="xl" fw={700}>
          {discountText(voucher)}
        </Text>
        <Text>{termsOf(voucher).join(' · ')}</Text>
        {refusal && <FailureNotice failure={asRefused(voucher, refusal, null)} />}
        {usable && (
          <UseForm desk={desk} voucher={voucher} customer={customer} onAsk={onAsk} onTried={onTried} />
        )}
      </Stack>
    </Paper>
  );
}

/** For which purchase: what it takes off that one, and what is lost by it, is looked up before anybody is asked. */
function UseForm({ desk, voucher, customer, onAsk, onTried }: Props): ReactNode {
  const [total, setTotal] = useState('');
  const [saleRef, setSaleRef] = useState('');
  const [checked, setChecked] = useState(false);
  const saleTotalCents = readMoney(total);
  const isHere = useIsHere();
  const look = useAction(async (saleTotalCents: number, reserve: boolean) => {
    const { code, customerId } = voucher;
    const at = desk.store ? { storeId: desk.store.id } : {};
    const query = { saleTotalCents, customerId, ...at };
    const seen = await bodyOf(api.GET('/v1/vouchers/{code}', { params: { path: { code }, query } }));
    if (seen.refusal) {
      onTried();
      throw asRefused(seen, seen.refusal, saleTotalCents);
    }
    if (!isHere.current) return;
    onAsk({
      kind: 'voucher',
      code,
      customerId,
      name: spokenName(customer?.name ?? null),
      saleTotalCents,
      ...(saleRef.trim() === '' ? {} : { saleRef: saleRef.trim() }),
      ...at,
      ...(reserve ? { reserve } : {}),
      worth: { discountCents: seen.discountCents ?? 0, unusedCents: seen.unusedCents ?? 0 },
    });
  });
  const ask = (reserve: boolean): void => {
    setChecked(true);
    if (saleTotalCents) void look.run(saleTotalCents, reserve);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask(false);
  };
  return (
    <form onSubmit={submit} noValidate aria-label={WORDS.title}>
      <FailureNotice failure={look.failure} />
      <Group align="end">
        <TextInput
          label={counter.redeem.saleTotal}
          size="lg"
          inputMode="decimal"
          autoComplete="off"
          autoFocus
          value={total}
          error={checked && !saleTotalCents ? counter.redeem.notMoney : undefined}
          onChange={({ currentTarget }) => setTotal(currentTarget.value)}
        />
        <TextInput
          label={counter.redeem.saleRef}
          size="lg"
          autoComplete="off"
          value={saleRef}
          onChange={({ currentTarget }) => setSaleRef(currentTarget.value)}
        />
        <Button size="lg" variant="default" onClick={() => ask(true)}>
          {WORDS.reserve}
        </Button>
        <Button size="lg" type="submit">
          {WORDS.submit}
        </Button>
        {look.busy && <Text role="status">{common.loading}</Text>}
      </Group>
    </form>
  );
}

function discountText({ discount }: Voucher): string {
  if (discount.type === 'amount') return WORDS.discount(formatMoney(discount.cents));
  const most = discount.maxCents === undefined ? '' : WORDS.upTo(formatMoney(discount.maxCents));
  return WORDS.percent(formatRate(discount.bps)) + most;
}

function termsOf({ minSaleCents, expiresOn, uses, usesLeft }: Voucher): string[] {
  return [
    ...(minSaleCents > 0 ? [WORDS.minSale(formatMoney(minSaleCents))] : []),
    ...(expiresOn === null ? [] : [WORDS.until(formatLocalDate(expiresOn))]),
    ...(uses > 1 ? [WORDS.uses(usesLeft)] : []),
  ];
}

/** The API says of a voucher itself why it cannot be used: the same code and facts as a use would be refused with. */
function asRefused(
  voucher: Voucher,
  { code, detail }: { code: string; detail: string },
  saleTotalCents: number | null,
): Refused {
  const { expiresOn, activatesOn, stores, storeNames, minSaleCents } = voucher;
  const facts = {
    ...{ detail, activatesOn, stores: storeNames ?? stores, minSaleCents, saleTotalCents },
    ...(expiresOn === null ? {} : { expiredOn: expiresOn }),
  };
  return new Refused(code, 422, facts, null, null);
}
