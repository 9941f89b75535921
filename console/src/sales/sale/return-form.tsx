import { Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { readMoney } from '../../format';
import { DialogForm, useCallKey } from '../../lists';
import { useAction } from '../../parts';
import { sale as words } from '../../words/pt';
import { saleQuery } from './sale-query';

const labels = words.returns;

interface Props {
  saleId: string;
  onSaved: () => void;
  onCancel: () => void;
}

/** So much goods value came back. Sent again with the same values it is the same return. */
export function ReturnForm({ saleId, onSaved, onCancel }: Props): ReactNode {
  const queries = useQueryClient();
  const keyFor = useCallKey();
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const amountCents = readMoney(amount);
  const wrong = amountCents === null || amountCents === 0;
  const save = useAction(async () => {
    if (wrong) return setAsked(true);
    const body = { amountCents, ...(reason.trim() ? { reason: reason.trim() } : {}) };
    const params = { path: { id: saleId }, header: { 'Idempotency-Key': keyFor(body) } };
    const sale = await bodyOf(api.POST('/v1/sales/{id}/returns', { params, body }));
    queries.setQueryData(saleQuery(saleId).queryKey, sale);
    onSaved();
  });
  return (
    <DialogForm action={save} submit={labels.save} onCancel={onCancel}>
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
