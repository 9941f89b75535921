import { z } from 'zod';
import type { Sale, UnusedMark } from '../../loyalty';
import { UNUSED_BECAUSE, unusedMarkText } from '../customer';

/** What of a posted sale was not usable, and what was done instead. */
export const contactWarningSchema = z
  .strictObject({
    field: z.enum(['customer.name', 'customer.document', 'customer.phone', 'customer.email', 'soldAt']),
    code: z
      .enum([...UNUSED_BECAUSE, 'older_than_claim_window'])
      .meta({ description: '`older_than_claim_window`: kept without a benefit, see `earnLate`' }),
    detail: z.string().meta({ description: 'pt-BR, without the value' }),
  })
  .meta({
    id: 'ContactWarning',
    example: { field: 'soldAt', code: 'older_than_claim_window', detail: 'A venda tem mais de 90 dias: …' },
  });

/** The warnings of a posted sale. @param identified whether a customer was recognised by what was usable */
export function contactWarnings(
  unused: readonly UnusedMark[],
  identified: boolean,
): z.output<typeof contactWarningSchema>[] {
  const instead = identified
    ? 'O cliente foi identificado pelos outros dados.'
    : 'A venda ficou sem cliente, e pode ser assumida no balcão.';
  return unused.map(({ field, why }) => ({
    field: `customer.${field}` as const,
    code: why,
    detail: `${unusedMarkText({ field, why })} ${instead}`,
  }));
}

/** The warning about a posted sale that earns nothing because it is too old. */
export function latenessWarnings({ source }: Sale): z.output<typeof contactWarningSchema>[] {
  if (source.lateness !== 'held') return [];
  return [
    {
      field: 'soldAt',
      code: 'older_than_claim_window',
      detail:
        'A venda tem mais de 90 dias: ficou registrada e não gera benefício. Se a data estiver errada, corrija-a e envie a venda de novo. Se ela deve gerar benefício, envie-a de novo com earnLate: true; o cliente não recebe mensagem.',
    },
  ];
}
