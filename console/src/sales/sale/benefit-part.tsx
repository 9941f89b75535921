import { Code, Group, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatLocalDate, formatMoney, formatPoints } from '../../format';
import { Part } from '../../lists';
import { useWorkplace } from '../../shell';
import { sale as words } from '../../words/pt';
import type { Sale } from './sale-query';

const labels = words.benefit;
const BUCKETS = ['pending', 'active', 'reserved', 'used', 'expired'] as const;
type Buckets = Readonly<Record<(typeof BUCKETS)[number] | 'takenBack', number>>;

/** Where what the sale gave lies now: each part, and their sum. */
export function BenefitPart({ sale: { benefit } }: { sale: Sale }): ReactNode {
  const { clock } = useWorkplace();
  const { points, vouchers, activatesAt, expiresAt } = benefit;
  const cashback: Buckets = {
    pending: benefit.pendingCents,
    active: benefit.activeCents,
    reserved: benefit.reservedCents,
    used: benefit.usedCents,
    expired: benefit.expiredCents,
    takenBack: benefit.takenBackCents,
  };
  const inPoints: Buckets = {
    pending: points.pendingPoints,
    active: points.activePoints,
    reserved: points.reservedPoints,
    used: points.usedPoints,
    expired: points.expiredPoints,
    takenBack: points.takenBackPoints,
  };
  const given = [cashback, inPoints].map((buckets) => Object.values(buckets).some((part) => part !== 0));
  return (
    <Part title={labels.title}>
      {given[0] && <Buckets title={labels.cashback} buckets={cashback} format={formatMoney} />}
      {given[1] && <Buckets title={labels.points} buckets={inPoints} format={formatPoints} />}
      {!given.includes(true) && vouchers.length === 0 && <Text>{labels.none}</Text>}
      {given.includes(true) && (
        <Text size="sm">
          {activatesAt !== null && `${labels.activates(clock.dateTime(activatesAt))} `}
          {expiresAt !== null && labels.expires(clock.dateTime(expiresAt))}
        </Text>
      )}
      {vouchers.length > 0 && (
        <Stack gap={4}>
          <Title order={3} size="h5">
            {labels.vouchers}
          </Title>
          {vouchers.map(({ code, state, expiresOn }) => (
            <Group key={code} gap="xs">
              <Code>{code}</Code>
              <Text size="sm">
                {labels.voucherState[state]}
                {expiresOn !== null && ` · ${formatLocalDate(expiresOn)}`}
              </Text>
            </Group>
          ))}
        </Stack>
      )}
    </Part>
  );
}

interface BucketsProps {
  title: string;
  buckets: Buckets;
  format: (amount: number) => string;
}

function Buckets({ title, buckets, format }: BucketsProps): ReactNode {
  const sum = BUCKETS.reduce((total, name) => total + buckets[name], 0);
  return (
    <Table aria-label={title}>
      <Table.Tbody>
        {BUCKETS.filter((name) => buckets[name] !== 0).map((name) => (
          <Row key={name} label={labels.rows[name]} value={format(buckets[name])} />
        ))}
        <Row label={`${labels.sum} (${title.toLowerCase()})`} value={format(sum)} strong />
        {buckets.takenBack !== 0 && <Row label={labels.takenBack} value={format(buckets.takenBack)} />}
      </Table.Tbody>
    </Table>
  );
}

function Row({
  label,
  value,
  strong = false,
}: {
  label: string;
  value: string;
  strong?: boolean;
}): ReactNode {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={strong ? 700 : 500}>
        {label}
      </Table.Th>
      <Table.Td ta="right" fw={strong ? 700 : 400}>
        {value}
      </Table.Td>
    </Table.Tr>
  );
}
