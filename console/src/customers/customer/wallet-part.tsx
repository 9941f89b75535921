import { Button, Card, Modal, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Schema } from '../../api';
import { formatMoney, formatPoints } from '../../format';
import { FactTable, Part } from '../../lists';
import { useWorkplace } from '../../shell';
import { customers as words } from '../../words/pt';
import { AdjustForm } from './adjust-form';
import { LotTable } from './lot-table';
import type { Lot } from './lot-table';

const labels = words.wallet;

/** What a customer has, as the clock has it. */
export type Wallet = Schema<'Wallet'>;

interface Props {
  customerId: string;
  wallet: Wallet;
  lots: readonly Lot[];
}

/** What a customer has, each balance with the lots that make it up; and a way to change it by hand, for those who may. */
export function WalletPart({ customerId, wallet, lots }: Props): ReactNode {
  const { membership } = useWorkplace();
  const [state, setState] = useState<'closed' | 'open' | 'saved'>('closed');
  const adjusts = membership.role !== 'staff' && (
    <Button variant="default" size="compact-md" onClick={() => setState('open')}>
      {words.adjust.action}
    </Button>
  );
  return (
    <Part title={labels.title} action={adjusts}>
      <Balances wallet={wallet} lots={lots} />
      <Text size="sm" role="status">
        {state === 'saved' && words.adjust.saved}
      </Text>
      <Modal opened={state === 'open'} onClose={() => setState('closed')} title={words.adjust.action}>
        <AdjustForm
          customerId={customerId}
          onSaved={() => setState('saved')}
          onCancel={() => setState('closed')}
        />
      </Modal>
    </Part>
  );
}

function Balances({ wallet: { cashback, points }, lots }: Pick<Props, 'wallet' | 'lots'>): ReactNode {
  const ofType = (type: Lot['type']): Lot[] => lots.filter((lot) => lot.type === type);
  const inPoints = ofType('points');
  const hasPoints = inPoints.length > 0 || points.debtPoints !== 0;
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: hasPoints ? 2 : 1 }}>
        <Balance
          title={labels.cashback}
          format={formatMoney}
          {...{ active: cashback.activeCents, pending: cashback.pendingCents }}
          {...{ reserved: cashback.reservedCents, debt: cashback.debtCents }}
        />
        {hasPoints && (
          <Balance
            title={labels.points}
            format={formatPoints}
            {...{ active: points.activePoints, pending: points.pendingPoints }}
            {...{ reserved: points.reservedPoints, debt: points.debtPoints }}
          />
        )}
      </SimpleGrid>
      <LotTable title={labels.lots(labels.cashback)} lots={ofType('cashback')} format={formatMoney} />
      {hasPoints && <LotTable title={labels.lots(labels.points)} lots={inPoints} format={formatPoints} />}
    </Stack>
  );
}

interface BalanceProps {
  title: string;
  format: (amount: number) => string;
  active: number;
  pending: number;
  reserved: number;
  debt: number;
}

function Balance({ title, format, active, pending, reserved, debt }: BalanceProps): ReactNode {
  return (
    <Card withBorder padding="sm">
      <Text fw={600}>{title}</Text>
      <FactTable
        title={title}
        facts={[
          [labels.active, format(active)],
          [labels.pending, format(pending)],
          [labels.reserved, format(reserved)],
          debt === 0 ? null : [labels.debt, format(debt)],
        ]}
      />
    </Card>
  );
}
