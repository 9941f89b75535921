import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import { CopyField, DialogForm, Part } from '../../lists';
import { FailureNotice, useAction, useCallKey } from '../../parts';
import { common, customers as words } from '../../words/pt';

const labels = words.link;

interface Props {
  customerId: string;
}

/** The link of the customer's own page. It is asked for, as who has it sees what the customer sees. */
export function LinkPart({ customerId }: Props): ReactNode {
  const [url, setUrl] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const show = useAction(async () => {
    const link = await bodyOf(api.GET('/v1/customers/{id}/link', { params: { path: { id: customerId } } }));
    setUrl(link.pageUrl);
  });
  return (
    <Part title={labels.title}>
      <Text size="sm">{labels.explain}</Text>
      {url !== null && <CopyField label={labels.label} value={url} />}
      <FailureNotice failure={show.failure} />
      <Group gap="sm">
        {url === null && (
          <Button variant="default" loading={show.busy} onClick={() => void show.run()}>
            {labels.show}
          </Button>
        )}
        <Button variant="default" onClick={() => setOpen(true)}>
          {labels.replace}
        </Button>
      </Group>
      <Text role="status">{said}</Text>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={labels.replace}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        <ReplaceForm
          customerId={customerId}
          onReplaced={(fresh) => {
            setOpen(false);
            setUrl(fresh);
            setSaid(labels.replaced);
          }}
          onCancel={() => setOpen(false)}
        />
      </Modal>
    </Part>
  );
}

interface ReplaceProps extends Props {
  onReplaced: (url: string) => void;
  onCancel: () => void;
}

/** Each time it is opened it replaces once, however often it is sent. */
function ReplaceForm({ customerId, onReplaced, onCancel }: ReplaceProps): ReactNode {
  const keyFor = useCallKey();
  const replace = useAction(async () => {
    const params = { path: { id: customerId }, header: { 'Idempotency-Key': keyFor({}) } };
    const link = await bodyOf(api.POST('/v1/customers/{id}/link', { params }));
    onReplaced(link.pageUrl);
  });
  return (
    <DialogForm action={replace} submit={labels.replace} takesAway onCancel={onCancel}>
      <Text size="sm">{labels.replaceText}</Text>
    </DialogForm>
  );
}
