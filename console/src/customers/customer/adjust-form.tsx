import { Group, Radio, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { formatMoney, readMoney, readPoints } from '../../format';
import { DialogForm, useKeptCalls } from '../../lists';
import { useAction } from '../../parts';
import { useWorkplace } from '../../shell';
import { customers as words } from '../../words/pt';

const labels = words.adjust;
type Adjustment = Schema<'CashbackAdjustment'> | Schema<'PointsAdjustment'>;
type Kind = Adjustment['type'];

interface Props {
  customerId: string;
  onSaved: () => void;
  onCancel: () => void;
}

/** A credit or a debit by hand. Without a reason there is none. */
export function AdjustForm({ customerId, onSaved, onCancel }: Props): ReactNode {
  const workplace = useWorkplace();
  const queries = useQueryClient();
  const calls = useKeptCalls<Adjustment>(workplace, `adjust/${customerId}`);
  const before = calls.unanswered && draftOf(calls.unanswered);
  const [type, setType] = useState<Kind>(before?.type ?? 'cashback');
  const [way, setWay] = useState(before?.way ?? 'credit');
  const [typed, setTyped] = useState(before?.typed ?? '');
  const [reason, setReason] = useState(before?.reason ?? '');
  const [asked, setAsked] = useState(false);
  const amount = type === 'cashback' ? readMoney(typed) : readPoints(typed);
  const save = useAction(async () => {
    setAsked(true);
    if (!amount || !reason.trim()) return;
    const signed = way === 'credit' ? amount : -amount;
    const about = { reason: reason.trim(), operator: workplace.session.person.name };
    const body: Adjustment =
      type === 'cashback' ? { type, cents: signed, ...about } : { type, points: signed, ...about };
    await calls.send(body, (key) => {
      const params = { path: { id: customerId }, header: { 'Idempotency-Key': key } };
      return bodyOf(api.POST('/v1/customers/{id}/adjustments', { params, body }));
    });
    await queries.invalidateQueries({ queryKey: ['customer', customerId] });
    onSaved();
  });
  return (
    <DialogForm action={save} submit={labels.save} unanswered={before !== null} onCancel={onCancel}>
      <Text size="sm">{labels.explain}</Text>
      <Radio.Group label={labels.type} value={type} onChange={setType}>
        <Group mt={4}>
          <Radio value="cashback" label={words.wallet.cashback} />
          <Radio value="points" label={words.wallet.points} />
        </Group>
      </Radio.Group>
      <Radio.Group
        label={labels.way}
        value={way}
        onChange={(chosen) => setWay(chosen === 'debit' ? 'debit' : 'credit')}
      >
        <Group mt={4}>
          <Radio value="credit" label={labels.credit} />
          <Radio value="debit" label={labels.debit} />
        </Group>
      </Radio.Group>
      <TextInput
        label={labels.amount[type]}
        inputMode={type === 'cashback' ? 'decimal' : 'numeric'}
        required
        data-autofocus
        value={typed}
        error={asked && !amount ? labels.amountWrong[type] : undefined}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Textarea
        label={labels.reason}
        required
        maxLength={300}
        value={reason}
        error={asked && !reason.trim() ? labels.reasonMissing : undefined}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </DialogForm>
  );
}

interface Draft {
  type: Kind;
  way: 'credit' | 'debit';
  typed: string;
  reason: string;
}

/** What was typed of an adjustment that was sent. */
function draftOf(sent: Adjustment): Draft {
  const { type, reason } = sent;
  const amount = sent.type === 'cashback' ? sent.cents : sent.points;
  const size = Math.abs(amount);
  const typed = type === 'cashback' ? formatMoney(size) : String(size);
  return { type, way: amount < 0 ? 'debit' : 'credit', typed, reason };
}
