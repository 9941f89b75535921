import { Button, Group, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWorkplace } from '../../shell';
import { common, people as words } from '../../words/pt';
import type { Person } from '../people-query';

interface Props {
  people: readonly Person[];
  onChange: (person: Person) => void;
  onRemove: (person: Person) => void;
}

/** People as rows, each with what they may. */
export function PeopleTable({ people, onChange, onRemove }: Props): ReactNode {
  const { session } = useWorkplace();
  const { columns } = words;
  const where = ({ storeNames }: Person): string =>
    storeNames === null ? words.allStores : words.someStores(storeNames.join(', '));
  return (
    <Table verticalSpacing="sm" layout="fixed" aria-label={words.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.person}</Table.Th>
          <Table.Th>{columns.access}</Table.Th>
          <Table.Th w={240}>{columns.action}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((person) => (
          <Table.Tr key={person.id}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <Text size="sm" fw={600}>
                {person.id === session.person.id ? `${person.name} (${words.you})` : person.name}
              </Text>
              <Text size="xs" c="dimmed">
                {person.email}
              </Text>
            </Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <Text size="sm">{common.roles[person.role]}</Text>
              <Text size="xs" c="dimmed">
                {person.secondFactor ? `${where(person)} · ${words.secondFactor}` : where(person)}
              </Text>
            </Table.Td>
            <Table.Td>
              <Group gap="xs" wrap="nowrap">
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={words.changeOf(person.name)}
                  onClick={() => onChange(person)}
                >
                  {words.change}
                </Button>
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={words.removeOf(person.name)}
                  onClick={() => onRemove(person)}
                >
                  {words.remove}
                </Button>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
