import { Card, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatLocalDate, formatMoney, formatPoints } from '../../format';
import { Part } from '../../lists';
import { FailureNotice } from '../../parts';
import { PageLink, useWorkplace } from '../../shell';
import { programTry } from '../../words/pt';
import { useDrafting } from '../draft';
import { ReasonList } from './reason-list';
import { tryQuery } from './try-query';
import type { Tried, TrySale } from './try-query';

const words = programTry.result;
type Outcome = Tried['tried'];

/** What the sale comes to with the draft and with the version in force, with the reasons of each. */
export function TriedPart({ on }: { on: TrySale }): ReactNode {
  const { clock } = useWorkplace();
  const { draft } = useDrafting();
  const { data, error, refetch } = useQuery(tryQuery(draft, on));
  return (
    <Part title={words.title}>
      {error ? (
        <FailureNotice failure={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Text role="status">{words.loading}</Text>
      ) : (
        <Stack gap="md">
          <Text>
            {words.sale(formatMoney(data.sale.totalCents), clock.date(data.sale.soldAt))}{' '}
            {data.sale.saleId !== null && (
              <PageLink to="/vendas/$id" params={{ id: data.sale.saleId }}>
                {words.open}
              </PageLink>
            )}
          </Text>
          {data.difference && (
            <Text fw={600}>
              {words.difference}: {differenceText(data.difference)}
            </Text>
          )}
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <OutcomeCard title={words.draft} outcome={data.tried} />
            {data.current ? (
              <OutcomeCard title={words.version(data.current.version ?? 0)} outcome={data.current} />
            ) : (
              <Text>{words.none}</Text>
            )}
          </SimpleGrid>
          <Text fw={600}>{words.assumptions}</Text>
          <List size="sm">
            {data.assumptions.map((text) => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
          <PageLink to="/programa/simular">{words.simulate}</PageLink>
        </Stack>
      )}
    </Part>
  );
}

function OutcomeCard({ title, outcome }: { title: string; outcome: Outcome }): ReactNode {
  const { clock } = useWorkplace();
  const { benefits, totals, explanation } = outcome;
  return (
    <Card component="section" aria-label={title} withBorder padding="sm">
      <Title order={3} size="h5">
        {title}
      </Title>
      <Text fw={600}>
        {words.total}: {totalsText(totals)}
      </Text>
      <List size="sm">
        {benefits.map(({ ruleId, type, amount, activatesAt, validThrough }) => (
          <List.Item key={ruleId}>
            {type === 'voucher' ? words.vouchers(amount) : amountText(type, amount)} ({ruleId}),{' '}
            {words.benefit.from(clock.date(activatesAt))},{' '}
            {validThrough === null
              ? words.benefit.forever
              : words.benefit.until(formatLocalDate(validThrough))}
          </List.Item>
        ))}
      </List>
      <Text fw={600} mt="sm">
        {words.reasons}
      </Text>
      <ReasonList reasons={explanation} />
    </Card>
  );
}

function amountText(type: 'cashback' | 'points', amount: number): string {
  return type === 'points' ? formatPoints(amount) : formatMoney(amount);
}

function totalsText(totals: Outcome['totals']): string {
  return partsOf(totals, '').join(', ') || words.nothing;
}

/** With a sign before each part: `+R$ 3,00`. */
function differenceText(totals: Outcome['totals']): string {
  return partsOf(totals, '+').join(', ') || words.equal;
}

function partsOf({ cents, points, vouchers }: Outcome['totals'], plus: string): string[] {
  const signed = (value: number, text: string): string[] =>
    value === 0 ? [] : [value > 0 ? plus + text : text];
  return [
    ...signed(cents, formatMoney(cents)),
    ...signed(points, formatPoints(points)),
    ...signed(vouchers, words.vouchers(vouchers)),
  ];
}
