import { Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { formatMoney, readMoney } from '../../format';
import { DialogForm, useKeptCalls } from '../../lists';
import { useAction } from '../../parts';
import { useWorkplace } from '../../shell';
import { sale as words } from '../../words/pt';
import { saleQuery } from './sale-query';

const labels = words.returns;

/** What is sent of a return. */
interface Returned {
  amountCents: number;
  reason?: string;
}

interface Props {
  saleId: string;
  onSaved: () => void;
  onCancel: () => void;
}

/** So much goods value came back. Sent again with the same values it is the same return. */
export function ReturnForm({ saleId, onSaved, onCancel }: Props): ReactNode {
  const queries = useQueryClient();
  const calls = useKeptCalls<Returned>(useWorkplace(), `return/${saleId}`);
  const before = calls.unanswered;
  const [amount, setAmount] = useState(before ? formatMoney(before.amountCents) : '');
  const [reason, setReason] = useState(before?.reason ?? '');
  const [asked, setAsked] = useState(false);
  const amountCents = readMoney(amount);
  const wrong = amountCents === null || amountCents === 0;
  const save = useAction(async () => {
    if (wrong) return setAsked(true);
    const body = { amountCents, ...(reason.trim() ? { reason: reason.trim() } : {}) };
    const sale = await calls.send(body, (key) => {
      const params = { path: { id: saleId }, header: { 'Idempotency-Key': key } };
      return bodyOf(api.POST('/v1/sales/{id}/returns', { params, body }));
    });
    queries.setQueryData(saleQuery(saleId).queryKey, sale);
    onSaved();
  });
  return (
    <DialogForm action={save} submit={labels.save} unanswered={before !== null} onCancel={onCancel}>
      <Text size="sm">{labels.explain}</Text>
      <TextInput
        label={labels.amount}
        inputMode="decimal"
        required
        data-autofocus
        value={amount}
        error={asked && wrong ? labels.amountWrong : undefined}
        onChange={({ currentTarget }) => setAmount(currentTarget.value)}
      />
      <TextInput
        label={labels.reason}
        maxLength={300}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </DialogForm>
  );
}
