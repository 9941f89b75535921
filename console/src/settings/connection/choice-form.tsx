import { Alert, Loader, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { accountQuery, connectionsQuery } from '../../connections';
import { DialogForm } from '../../lists';
import { FailureNotice, useAction } from '../../parts';
import { connection as all } from '../../words/pt';
import type { Account } from '../../connections';
import { choiceIn, draftOf } from './choice';
import type { Draft, Meaning } from './choice';

const words = all.choice;

interface Props {
  connection: Schema<'Connection'>;
  onDone: (said: string) => void;
  onCancel: () => void;
}

/** Which situations complete a sale and which cancel it, as the account has them at Bling. */
export function ChoiceForm(props: Props): ReactNode {
  const account = useQuery(accountQuery(props.connection.id));
  if (account.isPending) return <Loader aria-label={words.loading} />;
  if (account.isError)
    return <FailureNotice failure={account.error} onRetry={() => void account.refetch()} />;
  return <Choosing {...props} account={account.data} />;
}

function Choosing({ connection, account, onDone, onCancel }: Props & { account: Account }): ReactNode {
  const queries = useQueryClient();
  const params = { path: { id: connection.id } };
  const [draft, setDraft] = useState(() => draftOf(account, connection));
  const [touched, setTouched] = useState<Schema<'TouchedSales'> | null>(null);
  const choice = choiceIn(draft);
  const change = (next: Draft): void => {
    setDraft(next);
    setTouched(null);
  };
  const go = useAction(async () => {
    if (choice === null) return;
    if (touched === null)
      return setTouched(await bodyOf(api.POST('/v1/connections/{id}/preview', { params, body: choice })));
    await bodyOf(api.PATCH('/v1/connections/{id}', { params, body: choice }));
    await Promise.all([
      queries.invalidateQueries({ queryKey: connectionsQuery.queryKey }),
      queries.invalidateQueries({ queryKey: accountQuery(connection.id).queryKey }),
    ]);
    onDone(words.applied);
  });
  const same = touched?.situations.length === 0;
  return (
    <DialogForm
      action={go}
      submit={touched === null ? words.look : words.apply}
      disabled={choice === null || same}
      onCancel={onCancel}
    >
      <Text size="sm">{draft.kind === 'each' ? words.explain : words.byHand}</Text>
      {draft.kind === 'each' ? (
        account.situations.options.map(({ id, name }) => (
          <NativeSelect
            key={id}
            label={name ?? words.nameless(id)}
            data={(['completed', 'cancelled', 'open'] as const).map((value) => ({
              value,
              label: words.meanings[value],
            }))}
            value={draft.meanings[id] ?? 'open'}
            onChange={({ currentTarget }) =>
              change({
                kind: 'each',
                meanings: { ...draft.meanings, [id]: currentTarget.value as Meaning },
              })
            }
          />
        ))
      ) : (
        <Written draft={draft} onChange={change} />
      )}
      {choice === null && <Text c="red.9">{words.incomplete}</Text>}
      {touched && (
        <Alert role="status" color="indigo" variant="outline">
          {same ? words.same : words.touches(touched)}
        </Alert>
      )}
    </DialogForm>
  );
}

type WrittenDraft = Extract<Draft, { kind: 'written' }>;

function Written({ draft, onChange }: { draft: WrittenDraft; onChange: (next: Draft) => void }): ReactNode {
  return (
    <Stack gap="sm">
      <TextInput
        label={words.completedIds}
        inputMode="numeric"
        value={draft.completed}
        onChange={({ currentTarget }) => onChange({ ...draft, completed: currentTarget.value })}
      />
      <TextInput
        label={words.cancelledIds}
        inputMode="numeric"
        value={draft.cancelled}
        onChange={({ currentTarget }) => onChange({ ...draft, cancelled: currentTarget.value })}
      />
    </Stack>
  );
}
