import { Button, Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { Part } from '../../lists';
import { FailureNotice, useAction } from '../../parts';
import { messageSettings as words, settings } from '../../words/pt';
import { settingsQuery } from '../settings-query';
import { changedIn, draftOf, rulesIn, wrongIn } from './draft';
import type { Draft } from './draft';

const BASES = ['legitimate_interest', 'opt_in'] as const;
const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** What was changed is saved at once. */
export function RulesForm({ rules }: { rules: Schema<'MessageSettings'> }): ReactNode {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(rules));
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState('');
  const wrong = wrongIn(draft);
  const set = (change: Partial<Draft>): void => {
    setSaid('');
    setDraft((before) => ({ ...before, ...change }));
  };
  const save = useAction(async () => {
    setAsked(true);
    setSaid('');
    if (wrong.size > 0) return;
    // What somebody else has settled meanwhile stays.
    const body = { messages: changedIn(rules, rulesIn(draft)) };
    const changed = await bodyOf(api.PATCH('/v1/settings', { body }));
    queries.setQueryData(settingsQuery.queryKey, changed);
    setDraft(draftOf(changed.messages));
    setSaid(words.saved);
  });
  const errorOf = (field: keyof Draft & keyof typeof words.wrong): string | undefined =>
    asked && wrong.has(field) ? words.wrong[field] : undefined;
  const typed = (
    field: Exclude<keyof Draft & keyof typeof words.wrong, 'days'>,
    hint?: string,
  ): ReactNode => (
    <TextInput
      label={words.fields[field]}
      description={hint}
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      value={draft[field]}
      error={errorOf(field)}
      onChange={({ currentTarget }) => set({ [field]: currentTarget.value })}
    />
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save.run();
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="xl">
        <Part title={words.basis.title}>
          <Radio.Group
            aria-label={words.basis.title}
            value={draft.basis}
            onChange={(basis) => set({ basis: basis })}
          >
            <Stack gap="xs">
              {BASES.map((basis) => (
                <Radio
                  key={basis}
                  value={basis}
                  label={words.basis.labels[basis]}
                  description={words.basis.hints[basis]}
                />
              ))}
            </Stack>
          </Radio.Group>
        </Part>
        <Part title={words.quiet.title}>
          <Text size="sm">{words.quiet.explain}</Text>
          <Checkbox
            label={words.quiet.label}
            checked={draft.quiet}
            onChange={({ currentTarget }) => set({ quiet: currentTarget.checked })}
          />
          {draft.quiet && (
            <>
              <Group align="start">
                {typed('from')}
                {typed('to', words.quiet.toHint)}
              </Group>
              <Checkbox.Group
                label={words.quiet.days}
                value={[...draft.days]}
                error={errorOf('days')}
                onChange={(days) => set({ days })}
              >
                <Group gap="md" mt="xs">
                  {DAYS.map((day) => (
                    <Checkbox key={day} value={day} label={words.weekdays[day]} />
                  ))}
                </Group>
              </Checkbox.Group>
            </>
          )}
        </Part>
        <Part title={words.caps.title}>
          <Text size="sm">{words.caps.explain}</Text>
          <Group align="start">
            {typed('perDay', words.caps.none)}
            {typed('perThirtyDays', words.caps.none)}
          </Group>
        </Part>
        <Part title={words.holdout.title}>
          <Text size="sm">{words.holdout.explain}</Text>
          <Group>{typed('holdout')}</Group>
        </Part>
        <Stack gap="xs" align="start">
          <FailureNotice failure={save.failure} />
          <Button type="submit" loading={save.busy}>
            {settings.save}
          </Button>
          <Text role="status">{said}</Text>
        </Stack>
      </Stack>
    </form>
  );
}
