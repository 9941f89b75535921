import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { formatDocument } from '../../format';
import { DialogForm, zoneChoices } from '../../lists';
import { useAction } from '../../parts';
import { storesQuery } from '../../stores';
import type { Store } from '../../stores';
import { settings, stores as words } from '../../words/pt';
import { ChannelSuggestions } from './channel-suggestions';

interface Props {
  /** Null: a new one. */
  store: Store | null;
  onSaved: (said: string) => void;
  onCancel: () => void;
}

/** A store: what it is called, by which clock it lives, and what means it. */
export function StoreForm({ store, onSaved, onCancel }: Props): ReactNode {
  const queries = useQueryClient();
  const [name, setName] = useState(store?.name ?? '');
  const [zone, setZone] = useState(store?.zone ?? 'America/Sao_Paulo');
  const [channels, setChannels] = useState(store?.channels.join('\n') ?? '');
  const [documents, setDocuments] = useState(store?.documents.map(formatDocument).join('\n') ?? '');
  const [asked, setAsked] = useState(false);
  const save = useAction(async () => {
    setAsked(true);
    if (!name.trim()) return;
    const body = { name: name.trim(), zone, channels: linesOf(channels), documents: linesOf(documents) };
    await bodyOf(
      store
        ? api.PATCH('/v1/stores/{id}', { params: { path: { id: store.id } }, body })
        : api.POST('/v1/stores', { body }),
    );
    await queries.invalidateQueries({ queryKey: storesQuery.queryKey });
    onSaved(words.saved(body.name));
  });
  return (
    <DialogForm action={save} submit={settings.save} onCancel={onCancel}>
      <TextInput
        label={words.name}
        required
        data-autofocus
        maxLength={80}
        value={name}
        error={asked && !name.trim() ? words.nameMissing : undefined}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <NativeSelect
        label={words.zone}
        data={zoneChoices(zone)}
        value={zone}
        onChange={({ currentTarget }) => setZone(currentTarget.value)}
      />
      <Textarea
        label={words.channelsLabel}
        description={words.channelsHint}
        rows={3}
        value={channels}
        onChange={({ currentTarget }) => setChannels(currentTarget.value)}
      />
      <ChannelSuggestions
        used={linesOf(channels)}
        onUse={(id) => setChannels([...linesOf(channels), id].join('\n'))}
      />
      <Textarea
        label={words.documentsLabel}
        description={words.documentsHint}
        rows={2}
        value={documents}
        onChange={({ currentTarget }) => setDocuments(currentTarget.value)}
      />
    </DialogForm>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
