import { Checkbox, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailureNotice } from '../../parts';
import { storesQuery } from '../../stores';
import { common, people as words } from '../../words/pt';
import { isWhole } from './access';
import type { Access } from './access';

const ROLES = ['owner', 'manager', 'staff'] as const;

interface Props {
  access: Access;
  onChange: (access: Access) => void;
  /** Says what is missing. */
  asked: boolean;
}

/** The role, each with what it may; and for staff the stores. */
export function AccessFields({ access, onChange, asked }: Props): ReactNode {
  return (
    <>
      <Radio.Group
        label={words.role}
        value={access.role}
        onChange={(chosen) => {
          const role = ROLES.find((one) => one === chosen);
          if (role) onChange({ ...access, role });
        }}
      >
        <Stack gap="xs" mt={4}>
          {ROLES.map((role) => (
            <Radio key={role} value={role} label={common.roles[role]} description={words.roles[role]} />
          ))}
        </Stack>
      </Radio.Group>
      {access.role === 'staff' && <StoreFields access={access} onChange={onChange} asked={asked} />}
    </>
  );
}

function StoreFields({ access, onChange, asked }: Props): ReactNode {
  const stores = useQuery(storesQuery);
  const { storeIds } = access;
  return (
    <Stack component="fieldset" gap="xs" m={0} p={0} bd="none">
      <Text component="legend" size="sm" fw={500} mb={4}>
        {words.stores}
      </Text>
      <FailureNotice failure={stores.error} onRetry={() => void stores.refetch()} />
      <Checkbox
        label={words.allStores}
        checked={storeIds === null}
        onChange={({ currentTarget }) => onChange({ ...access, storeIds: currentTarget.checked ? null : [] })}
      />
      {storeIds !== null &&
        stores.data?.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={storeIds.includes(id)}
            onChange={({ currentTarget }) => {
              const others = storeIds.filter((one) => one !== id);
              onChange({ ...access, storeIds: currentTarget.checked ? [...others, id] : others });
            }}
          />
        ))}
      {asked && !isWhole(access) && (
        <Text size="sm" role="alert" c="red.9">
          {words.storesMissing}
        </Text>
      )}
    </Stack>
  );
}
