import { Button, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { FailureNotice, useAction } from '../../parts';
import { messageSettings, settings } from '../../words/pt';
import { previewsQuery, textsQuery } from './message-queries';

const words = messageSettings.texts;
type OwnText = Schema<'MessageText'>;
const MOST = 5;
const LONGEST = { subject: 120, paragraph: 600 };

/** What the e-mails of one occasion say in the store's own words. */
export function TextForm({ text }: { text: OwnText }): ReactNode {
  const queries = useQueryClient();
  const [subject, setSubject] = useState(text.subject ?? '');
  const [opening, setOpening] = useState(text.opening.join('\n'));
  const [closing, setClosing] = useState(text.closing.join('\n'));
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState(false);
  const parts = { opening: paragraphsIn(opening), closing: paragraphsIn(closing) };
  const wrong = (paragraphs: readonly string[]): string | undefined => {
    if (!asked) return undefined;
    if (paragraphs.length > MOST) return words.tooMany(MOST);
    return paragraphs.some((one) => one.length > LONGEST.paragraph)
      ? words.tooLong(LONGEST.paragraph)
      : undefined;
  };
  const save = useAction(async () => {
    setAsked(true);
    setSaid('');
    const all = [parts.opening, parts.closing];
    if (all.some((one) => one.length > MOST || one.some(({ length }) => length > LONGEST.paragraph))) return;
    const body = { occasion: text.occasion, subject: subject.trim() || null, ...parts };
    queries.setQueryData(textsQuery.queryKey, await bodyOf(api.PUT('/v1/messages/texts', { body })));
    await queries.invalidateQueries({ queryKey: previewsQuery.queryKey });
    setSaid(words.saved);
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save.run();
  };
  const typed = (set: (value: string) => void) => (value: string) => {
    setSaid('');
    set(value);
  };
  return (
    <form noValidate onSubmit={submit} aria-label={words.title}>
      <Stack gap="sm" align="stretch">
        <Text size="sm">{words.explain(text.variables)}</Text>
        <TextInput
          label={words.subject}
          description={words.subjectHint}
          maxLength={LONGEST.subject}
          autoComplete="off"
          value={subject}
          onChange={({ currentTarget }) => typed(setSubject)(currentTarget.value)}
        />
        <Paragraphs
          label={words.opening}
          value={opening}
          error={wrong(parts.opening)}
          onType={typed(setOpening)}
        />
        <Paragraphs
          label={words.closing}
          value={closing}
          error={wrong(parts.closing)}
          onType={typed(setClosing)}
        />
        <FailureNotice failure={save.failure} />
        <Button type="submit" loading={save.busy} style={{ alignSelf: 'start' }}>
          {settings.save}
        </Button>
        <Text role="status">{said}</Text>
      </Stack>
    </form>
  );
}

interface ParagraphsProps {
  label: string;
  value: string;
  error: string | undefined;
  onType: (value: string) => void;
}

function Paragraphs({ label, value, error, onType }: ParagraphsProps): ReactNode {
  return (
    <Textarea
      label={label}
      description={words.paragraphs}
      autosize
      minRows={2}
      value={value}
      error={error}
      onChange={({ currentTarget }) => onType(currentTarget.value)}
    />
  );
}

/** Each line is one. */
function paragraphsIn(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
