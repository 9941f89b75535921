import { Accordion, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Schema } from '../../api';
import { ReadBody } from '../../lists';
import { messages, messageSettings } from '../../words/pt';
import { previewsQuery, textsQuery } from './message-queries';
import styles from './previews.module.css';
import { TextForm } from './text-form';

const words = messageSettings.previews;
type Preview = Schema<'MessagePreview'>;

/** Each as a phone and a mail program show it, with what the store says in its own words. */
export function Previews(): ReactNode {
  const previews = useQuery(previewsQuery);
  return (
    <ReadBody query={previews} loading={words.loading}>
      {({ data }) => (
        <Accordion order={3}>
          {data.map((preview) => (
            <Accordion.Item key={preview.occasion} value={preview.occasion}>
              <Accordion.Control>{messages.occasions[preview.occasion]}</Accordion.Control>
              <Accordion.Panel>
                <OnePreview preview={preview} />
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </ReadBody>
  );
}

function OnePreview({ preview }: { preview: Preview }): ReactNode {
  const { occasion, channels, whatsapp, email } = preview;
  return (
    <Stack gap="sm">
      <Text size="sm">
        {channels.length === 0 ? words.off : words.by(channels.map((channel) => words.channels[channel]))}
      </Text>
      <Shown title={words.whatsapp(whatsapp.template)} text={whatsapp.text}>
        {whatsapp.button && <Text size="sm">{words.button}</Text>}
        <Text size="sm" c="dimmed">
          {words.approved}
        </Text>
      </Shown>
      <Shown title={words.email(email.subject)} text={email.text} />
      <OwnWords occasion={occasion} />
    </Stack>
  );
}

/** Asked for when somebody wants to change them. */
function OwnWords({ occasion }: Pick<Preview, 'occasion'>): ReactNode {
  const [open, setOpen] = useState(false);
  const texts = useQuery({ ...textsQuery, enabled: open });
  if (!open)
    return (
      <Button variant="default" style={{ alignSelf: 'start' }} onClick={() => setOpen(true)}>
        {messageSettings.texts.change}
      </Button>
    );
  return (
    <ReadBody query={texts} loading={messageSettings.texts.loading}>
      {({ data }) =>
        data
          .filter((text) => text.occasion === occasion)
          .map((text) => <TextForm key={text.occasion} text={text} />)
      }
    </ReadBody>
  );
}

interface ShownProps {
  title: string;
  text: string;
  children?: ReactNode;
}

function Shown({ title, text, children }: ShownProps): ReactNode {
  return (
    <section aria-label={title}>
      <Text fw={600} size="sm">
        {title}
      </Text>
      <div className={styles['text']}>{text}</div>
      {children}
    </section>
  );
}
