import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ReadBody } from '../../lists';
import { messageSettings as words } from '../../words/pt';
import { settingsQuery } from '../settings-query';
import { SettingsPage } from '../settings-page';
import { PreviewsPart } from './previews-part';
import { RulesForm } from './rules-form';

/** To whom the store writes, when, and how often. */
export function MessageSettingsPage(): ReactNode {
  const settings = useQuery(settingsQuery);
  return (
    <SettingsPage title={words.title}>
      <ReadBody query={settings} loading={words.loading}>
        {({ messages }) => <RulesForm rules={messages} />}
      </ReadBody>
      <PreviewsPart />
    </SettingsPage>
  );
}
