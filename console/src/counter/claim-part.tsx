import { Button, Group, Loader, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { api, bodyOf } from '../api';
import type { CounterCustomer, Schema } from '../api';
import { formatMoney, formatSoldAt } from '../format';
import { FailureNotice, useLoaded } from '../parts';
import { common, counter } from '../words/pt';
import styles from './counter.module.css';
import type { Desk } from './desk';
import type { Claim, Move } from './moves';
import { spokenName } from './spoken-name';

interface Props {
  desk: Desk;
  customer: CounterCustomer;
  onAsk: (move: Move) => void;
}

const WORDS = counter.claim;
/** More are told apart by their number. */
const MOST = 10;

type Sale = Schema<'Sale'> | Schema<'SaleSummary'>;

/** Sales that nobody said whose they are, newest first: one of them becomes the customer's. */
export function ClaimPart({ desk, customer, onAsk }: Props): ReactNode {
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState('');
  const query = { status: ['unidentified' as const], limit: MOST, ...(number === '' ? {} : { number }) };
  const list = useLoaded(`unidentified/${number}`, () => bodyOf(api.GET('/v1/sales', { params: { query } })));
  const look = (event: FormEvent): void => {
    event.preventDefault();
    setNumber(typed.trim());
  };
  const claim = (sale: Sale): Claim => ({
    kind: 'claim',
    saleId: sale.id,
    sale: calledHere(sale, desk),
    customerId: customer.id,
    name: spokenName(customer.name),
    ...(desk.store ? { storeId: desk.store.id } : {}),
  });
  return (
    <Stack component="section" gap="sm" aria-label={WORDS.title}>
      <Title order={3} size="h4">
        {WORDS.title}
      </Title>
      <form onSubmit={look} noValidate>
        <Group align="end">
          <TextInput
            label={WORDS.number}
            size="lg"
            autoComplete="off"
            autoFocus
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Button size="lg" type="submit" variant="default" loading={list.loading}>
            {WORDS.search}
          </Button>
        </Group>
      </form>
      <FailureNotice failure={list.failure} onRetry={list.again} />
      {list.value ? (
        <Found desk={desk} number={number} found={list.value} onChoose={(sale) => onAsk(claim(sale))} />
      ) : (
        list.loading && <Loader size="sm" aria-label={common.loading} />
      )}
    </Stack>
  );
}

interface FoundProps {
  desk: Desk;
  number: string;
  found: { data: readonly Sale[]; next: string | null };
  onChoose: (sale: Sale) => void;
}

function Found({ desk, number, found: { data, next }, onChoose }: FoundProps): ReactNode {
  if (data.length === 0) return <Text role="status">{number ? WORDS.noneWith(number) : WORDS.none}</Text>;
  return (
    <Stack gap="xs">
      {data.map((sale) => (
        <Button
          key={sale.id}
          className={styles['person']}
          variant="default"
          size="lg"
          onClick={() => onChoose(sale)}
        >
          {calledHere(sale, desk)}
        </Button>
      ))}
      {next !== null && <Text c="dimmed">{WORDS.more}</Text>}
    </Stack>
  );
}

/** By what staff and customer make sure that they mean the same sale. */
function calledHere(sale: Sale, { clock }: Desk): string {
  const { number, externalId, totalCents } = sale;
  return WORDS.sale(number ?? externalId, formatSoldAt(sale, clock), formatMoney(totalCents));
}
