import { Badge, Button, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CounterAttempt } from '../api';
import type { Clock } from '../format';
import { formatMoney, formatPoints } from '../format';
import { attempts } from '../words/pt';
import type { Desk } from './desk';
import type { Move } from './moves';
import { spokenName } from './spoken-name';

interface Props {
  attempt: CounterAttempt;
  desk: Desk;
  onAsk: (move: Move) => void;
}

/** What was tried: who, what, where, what has become of it, and the way back while there is one. */
export function AttemptRow({ attempt, desk, onAsk }: Props): ReactNode {
  const { customer, refusal, operator, callerName, storeName } = attempt;
  const ways = waysOn(attempt, desk);
  const who = operator ?? callerName ?? attempts.formerKey;
  return (
    <Table.Tr>
      <Table.Td>{desk.clock.time(attempt.at)}</Table.Td>
      <Table.Td>{customer ? spokenName(customer.name) : attempts.noCustomer}</Table.Td>
      <Table.Td>
        {attempts.actions[attempt.action]}
        <Text fw={600}>{whatOf(attempt)}</Text>
      </Table.Td>
      <Table.Td>
        <Outcome attempt={attempt} clock={desk.clock} />
        {refusal && <Text size="sm">{refusal.title}</Text>}
      </Table.Td>
      <Table.Td>{storeName === null ? who : `${who} · ${storeName}`}</Table.Td>
      <Table.Td>
        <Stack gap={4}>
          {ways.map(([label, move]) => (
            <Button key={label} mih={44} variant="default" onClick={() => onAsk(move)}>
              {label}
            </Button>
          ))}
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}

function Outcome({ attempt, clock }: { attempt: CounterAttempt; clock: Clock }): ReactNode {
  const { outcome, redemption, action } = attempt;
  const until = redemption?.undoableUntil;
  const began = action === 'reserve' || action === 'use' || action === 'confirm';
  return (
    <Badge
      size="lg"
      tt="none"
      variant={outcome === 'refused' ? 'filled' : 'default'}
      color="red.9"
      title={until ? attempts.undoUntil(clock.dateTime(until)) : undefined}
    >
      {outcome === 'done' && began && redemption
        ? attempts.states[redemption.state]
        : attempts.outcomes[outcome]}
    </Badge>
  );
}

/** What it was about: an amount, points, or a voucher by its ending. */
function whatOf({ type, amountCents, points, codeEnding, discountCents }: CounterAttempt): string {
  if (amountCents !== null) return formatMoney(amountCents);
  const worth = discountCents === null ? '' : ` · ${formatMoney(discountCents)}`;
  if (points !== null) return formatPoints(points) + worth;
  if (codeEnding === null) return type === 'voucher' ? attempts.noCode : '';
  return attempts.voucher(codeEnding) + worth;
}

/** What can be done with a use as it stands now: a reservation is used or let go, a use is undone. */
function waysOn(attempt: CounterAttempt, desk: Desk): [label: string, move: Move][] {
  const { redemption, action, outcome, customer, type, saleTotalCents, saleRef, discountCents } = attempt;
  if (!redemption || outcome !== 'done') return [];
  const { id, state, undoableUntil, voucherCode } = redemption;
  const code = type === 'voucher' ? voucherCode : null;
  const turn = {
    of: code === null ? { redemptionId: id } : { code, redemptionId: id },
    name: spokenName(customer?.name ?? null),
    what: whatOf(attempt),
    ...(desk.store ? { storeId: desk.store.id } : {}),
  };
  if ((action === 'use' || action === 'confirm') && undoableUntil !== null)
    return [[attempts.undo, { kind: 'undo', ...turn }]];
  if (action !== 'reserve' || state !== 'reserved') return [];
  const release: [string, Move] = [attempts.release, { kind: 'release', ...turn }];
  if (code === null) return [[attempts.use, { kind: 'confirm', ...turn, of: { redemptionId: id } }], release];
  if (!customer || saleTotalCents === null) return [release];
  const { name, storeId } = { storeId: undefined, ...turn };
  const sale = { saleTotalCents, ...(saleRef === null ? {} : { saleRef }), ...(storeId ? { storeId } : {}) };
  const worth = discountCents === null ? {} : { worth: { discountCents } };
  const about = { code, customerId: customer.id, name };
  return [[attempts.use, { kind: 'voucher', ...about, ...sale, ...worth }], release];
}
