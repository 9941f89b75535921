import { Box, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Preview } from '../draft';

/** The regulation as customers read it. */
export function RegulationText({ regulation }: Pick<Preview, 'regulation'>): ReactNode {
  const { title, sections } = regulation;
  return (
    <Box
      component="section"
      aria-label={title}
      tabIndex={0}
      mah={360}
      p="sm"
      style={{ overflowY: 'auto', border: '1px solid var(--mantine-color-gray-5)', borderRadius: 8 }}
    >
      <Text fw={700}>{title}</Text>
      {sections.map(({ heading, paragraphs }) => (
        <Box key={heading} mt="sm">
          <Title order={3} size="h6">
            {heading}
          </Title>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} size="sm" mt={4}>
              {paragraph}
            </Text>
          ))}
        </Box>
      ))}
    </Box>
  );
}
