import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import type { CounterCustomer, Registered } from '../api';
import { FailureNotice } from '../parts';
import { counter } from '../words/pt';
import type { Desk } from './desk';
import type { Move } from './moves';
import type { SearchControl } from './use-search';
import { VoucherCard } from './voucher-card';
import { whoIs } from './who-is';
import styles from './counter.module.css';

/** Needed for few of those who come: loaded when it is. */
const RegisterForm = lazy(async () => ({ default: (await import('./register-form')).RegisterForm }));

interface Props {
  desk: Desk;
  search: SearchControl;
  /** Looks for the same once more. */
  onRetry: (query: string) => void;
  onChoose: (customer: CounterCustomer) => void;
  onRegistered: (registered: Registered) => void;
  onAsk: (move: Move) => void;
  onTried: () => void;
}

/** What the field has found: people to choose from, a voucher, or nobody, who can be registered. */
export function Found(props: Props): ReactNode {
  const { desk, search, onRetry, onChoose, onRegistered, onAsk, onTried } = props;
  const { state } = search;
  switch (state.phase) {
    case 'none':
      return null;
    case 'searching':
      return (
        <Group role="status">
          <Loader size="sm" />
          <Text>{counter.search.searching}</Text>
        </Group>
      );
    case 'failed':
      return <FailureNotice failure={state.failure} onRetry={() => onRetry(state.query)} />;
    case 'found':
      break;
  }
  const { found, query } = state;
  switch (found.kind) {
    case 'voucher':
      return (
        <VoucherCard
          desk={desk}
          voucher={found.voucher}
          customer={found.customer}
          onAsk={onAsk}
          onTried={onTried}
        />
      );
    case 'customers':
      return <People customers={found.customers} more={found.more} onChoose={onChoose} />;
    case 'nothing':
      return (
        <Stack gap="md">
          <Text role="status" size="lg">
            {found.detail}
          </Text>
          {found.readAs !== 'voucher' && (
            <Suspense fallback={<Loader size="sm" />}>
              <RegisterForm
                key={query}
                typed={{ text: query, readAs: found.readAs }}
                storeId={desk.store?.id ?? null}
                onRegistered={onRegistered}
              />
            </Suspense>
          )}
        </Stack>
      );
  }
}

interface PeopleProps {
  customers: readonly CounterCustomer[];
  more: boolean;
  onChoose: (customer: CounterCustomer) => void;
}

function People({ customers, more, onChoose }: PeopleProps): ReactNode {
  return (
    <Stack gap="xs">
      <Text role="status">
        {customers.length === 1 ? counter.customer.confirm : counter.search.several(customers.length)}
      </Text>
      {customers.map((customer) => (
        <Button
          key={customer.id}
          className={styles['person']}
          variant="default"
          size="lg"
          onClick={() => onChoose(customer)}
        >
          {whoIs(customer).join(' · ')}
        </Button>
      ))}
      {more && <Text c="dimmed">{counter.search.more}</Text>}
    </Stack>
  );
}
