import { Badge, Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../api';
import type { CounterCustomer, CounterLimits } from '../api';
import { formatLocalDate, formatMoney } from '../format';
import { FailureNotice, useLoaded } from '../parts';
import { common, counter } from '../words/pt';
import type { Desk } from './desk';
import { pointsText } from './moves';
import type { Move } from './moves';
import { RedeemForm } from './redeem-form';
import type { MoveState } from './use-move';
import { VoucherCard } from './voucher-card';
import { whoIs } from './who-is';

/** Needed for few of those who come: loaded when it is. */
const ClaimPart = lazy(async () => ({ default: (await import('./claim-part')).ClaimPart }));

interface Props {
  desk: Desk;
  customer: CounterCustomer;
  /** Within what the program lets balance be used; null: not known. */
  limits: CounterLimits | null;
  /** Grows when value has moved: then what there is is read again. */
  moves: number;
  /** What became of the last move. */
  state: MoveState;
  onAsk: (move: Move) => void;
  /** After a voucher was looked at that cannot be used. */
  onTried: () => void;
  onNext: () => void;
}

const WORDS = counter.customer;

/** The person at the counter: who it is, what there is, and how it is used. */
export function CustomerCard(props: Props): ReactNode {
  const { desk, customer, limits, moves, state, onAsk, onTried, onNext } = props;
  const { id } = customer;
  const wallet = useLoaded(`wallet/${id}/${moves}`, () =>
    bodyOf(api.GET('/v1/customers/{id}/wallet', { params: { path: { id } } })),
  );
  const [code, setCode] = useState<string | null>(null);
  const [claiming, setClaiming] = useState(false);
  const [name = '', ...marks] = whoIs(customer);
  const vouchers = (wallet.value?.vouchers ?? []).filter((voucher) => voucher.state === 'active');
  const cashback = wallet.value?.cashback ?? customer.cashback;
  const points = wallet.value?.points ?? customer.points;
  const hasBalance = cashback.activeCents > 0 || points.activePoints > 0;
  return (
    <Paper withBorder p="md" component="section" aria-label={name}>
      <Stack gap="md">
        <Group justify="space-between" align="start">
          <div>
            <Title order={2}>{name}</Title>
            <Text size="lg">{marks.join(' · ')}</Text>
            <Text c="dimmed">{WORDS.confirm}</Text>
          </div>
          <Button size="lg" variant="default" onClick={onNext}>
            {WORDS.next}
          </Button>
        </Group>
        <FailureNotice failure={wallet.failure} onRetry={wallet.again} />
        {wallet.loading && <Loader size="sm" aria-label={common.loading} />}
        <Group gap="xl">
          <Text size="xl" fw={700}>
            {`${WORDS.balance}: ${formatMoney(cashback.activeCents)}`}
          </Text>
          {points.activePoints > 0 && (
            <Text size="xl" fw={700}>
              {pointsText(
                points.activePoints,
                limits ? points.activePoints * limits.pointValueCents : undefined,
              )}
            </Text>
          )}
          {cashback.pendingCents > 0 && <Text>{WORDS.pending(formatMoney(cashback.pendingCents))}</Text>}
          {cashback.reservedCents > 0 && <Text>{WORDS.reserved(formatMoney(cashback.reservedCents))}</Text>}
          {cashback.debtCents > 0 && <Text>{WORDS.debt(formatMoney(cashback.debtCents))}</Text>}
        </Group>
        {vouchers.length > 0 && (
          <Stack gap="xs">
            <Title order={3} size="h4">
              {WORDS.vouchers}
            </Title>
            {vouchers.map((voucher) => (
              <Group key={voucher.code}>
                <Badge size="lg" variant="default" tt="none">
                  {voucher.code}
                </Badge>
                {voucher.expiresOn && <Text>{WORDS.voucherUntil(formatLocalDate(voucher.expiresOn))}</Text>}
                <Button size="md" mih={44} variant="default" onClick={() => setCode(voucher.code)}>
                  {WORDS.useVoucher}
                </Button>
              </Group>
            ))}
          </Stack>
        )}
        {!hasBalance && vouchers.length === 0 && !wallet.loading && <Text size="lg">{WORDS.nothing}</Text>}
        {code === null ? (
          hasBalance && (
            <RedeemForm
              desk={desk}
              customer={{ ...customer, cashback, points }}
              limits={limits}
              state={state}
              onAsk={onAsk}
            />
          )
        ) : (
          <>
            <OpenedVoucher
              key={code}
              code={code}
              desk={desk}
              customer={customer}
              onAsk={onAsk}
              onTried={onTried}
            />
            <Group>
              <Button size="lg" variant="default" onClick={() => setCode(null)}>
                {WORDS.closeVoucher}
              </Button>
            </Group>
          </>
        )}
        {claiming ? (
          <Suspense fallback={<Loader size="sm" aria-label={common.loading} />}>
            <ClaimPart desk={desk} customer={customer} onAsk={onAsk} />
          </Suspense>
        ) : (
          <Group>
            <Button size="lg" variant="subtle" onClick={() => setClaiming(true)}>
              {counter.claim.open}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

interface OpenedProps {
  code: string;
  desk: Desk;
  customer: CounterCustomer;
  onAsk: (move: Move) => void;
  onTried: () => void;
}

function OpenedVoucher({ code, desk, customer, onAsk, onTried }: OpenedProps): ReactNode {
  const voucher = useLoaded(`voucher/${code}`, async () => {
    const query = { customerId: customer.id, ...(desk.store ? { storeId: desk.store.id } : {}) };
    const seen = await bodyOf(api.GET('/v1/vouchers/{code}', { params: { path: { code }, query } }));
    if (seen.refusal) onTried();
    return seen;
  });
  if (voucher.failure !== null) return <FailureNotice failure={voucher.failure} onRetry={voucher.again} />;
  if (!voucher.value) return <Loader size="sm" aria-label={common.loading} />;
  return (
    <VoucherCard desk={desk} voucher={voucher.value} customer={customer} onAsk={onAsk} onTried={onTried} />
  );
}
