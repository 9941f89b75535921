import { Accordion, Button, Stack, Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { Part, ReadBody } from '../../lists';
import { messages, messageSettings } from '../../words/pt';
import styles from './previews.module.css';

const words = messageSettings.previews;
type Preview = Schema<'MessagePreview'>;

const previewsQuery = queryOptions({
  queryKey: ['messages', 'previews'] as readonly unknown[],
  queryFn: () => bodyOf(api.GET('/v1/messages/previews')),
});

/** Every message as a customer would read it; asked for when somebody wants to see them. */
export function PreviewsPart(): ReactNode {
  const [shown, setShown] = useState(false);
  return (
    <Part title={words.title}>
      <Text size="sm">{words.explain}</Text>
      {shown ? (
        <Previews />
      ) : (
        <Button variant="default" onClick={() => setShown(true)}>
          {words.show}
        </Button>
      )}
    </Part>
  );
}

function Previews(): ReactNode {
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

function OnePreview({ preview: { channels, whatsapp, email } }: { preview: Preview }): ReactNode {
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
    </Stack>
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
