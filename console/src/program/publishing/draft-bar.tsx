import { Button, Group, Modal, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { FailureNotice } from '../../parts';
import { program } from '../../words/pt';
import { useDrafting } from '../draft';
import { PublishForm } from './publish-form';

const words = program.draft;

/** What stands unpublished, with a way to take it back and a way to publish it; stays in sight while one scrolls. */
export function DraftBar(): ReactNode {
  const { base, changed, errors, failure, discard } = useDrafting();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const unpublished = changed || base.program === null;
  const published = (version: number): void => {
    setOpen(false);
    setSaid(program.publish.done(version));
  };
  return (
    <>
      <Text role="status" fw={600}>
        {unpublished ? '' : said}
      </Text>
      {unpublished && (
        <Paper
          component="section"
          aria-label={words.title}
          withBorder
          shadow="md"
          p="sm"
          style={{ position: 'sticky', bottom: 0, zIndex: 50 }}
        >
          <FailureNotice failure={failure} />
          <Group justify="space-between">
            <Text fw={600}>
              {errors.size > 0 ? words.wrong(errors.size) : changed ? words.changed : words.first}
            </Text>
            <Group gap="xs">
              <Button variant="default" disabled={!changed} onClick={discard}>
                {words.discard}
              </Button>
              <Button disabled={errors.size > 0} onClick={() => setOpen(true)}>
                {words.publish}
              </Button>
            </Group>
          </Group>
        </Paper>
      )}
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        size="xl"
        title={program.publish.title(base.version + 1)}
      >
        {open && <PublishForm onPublished={published} onCancel={() => setOpen(false)} />}
      </Modal>
    </>
  );
}
