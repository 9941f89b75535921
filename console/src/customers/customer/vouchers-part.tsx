import { Code, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatLocalDate } from '../../format';
import { Part } from '../../lists';
import { customers as words, sale } from '../../words/pt';
import type { Wallet } from './wallet-part';

const labels = words.vouchers;

/** The vouchers a customer has. */
export function VouchersPart({ vouchers }: Pick<Wallet, 'vouchers'>): ReactNode {
  return (
    <Part title={labels.title}>
      {vouchers.length === 0 && <Text>{labels.none}</Text>}
      {vouchers.map(({ code, state, usesLeft, expiresOn }) => (
        <Group key={code} gap="xs">
          <Code>{code}</Code>
          <Text size="sm">
            {[
              sale.benefit.voucherState[state],
              labels.uses(usesLeft),
              ...(expiresOn === null ? [] : [labels.until(formatLocalDate(expiresOn))]),
            ].join(' · ')}
          </Text>
        </Group>
      ))}
    </Part>
  );
}
