import { DateTime } from 'luxon';
import { z } from 'zod';
import { MOST_COUNTED } from '../../store';
import type { CallStop } from '../../store';
import { instant, isoOrNull } from '../http';

/** Why Bling is not asked for a store just now. */
export const callStopSchema = z
  .strictObject({
    scope: z
      .enum(['connection', 'bling'])
      .meta({ description: '`bling`: every connection of the installation' }),
    reason: z.enum(['no_answer', 'day_quota', 'address_blocked']),
    since: instant
      .nullable()
      .meta({ description: 'First call without a usable answer, where there was one' }),
    until: instant
      .nullable()
      .meta({ description: 'Nobody asks before; null: it is being tried, or is with the next sale' }),
    waiting: z.int().meta({
      description: `Reads, of sales mostly, that have their turn after it; counted up to ${MOST_COUNTED}`,
    }),
    text: z.string().meta({ description: 'pt-BR' }),
  })
  .meta({ id: 'CallStop' });

const DEFAULT_ZONE = 'America/Sao_Paulo';

const REASON = { silence: 'no_answer', day: 'day_quota', address: 'address_blocked' } as const;

/** A stop as the API answers one. `zone`: the store's, for the text; null: Brasília's. */
export function callStopView(
  { of, why, since, until, waiting }: CallStop,
  zone: string | null,
): z.output<typeof callStopSchema> {
  const clock = (at: number): string =>
    DateTime.fromMillis(at, { zone: zone ?? DEFAULT_ZONE }).toFormat("dd/MM/yyyy 'às' HH:mm");
  const whatNext =
    until === null
      ? 'O Bling está sendo consultado de novo, ou será pela próxima venda.'
      : `Ele volta a ser consultado sozinho depois de ${clock(until)}.`;
  const from = since === null ? '' : ` desde ${clock(since)}`;
  return {
    scope: of === 'all' ? 'bling' : 'connection',
    reason: REASON[why],
    since: isoOrNull(since),
    until: isoOrNull(until),
    waiting,
    text: `${whatHappened(of, why, from)} ${whatNext} ${WHAT_TO_DO[why]}`,
  };
}

function whatHappened(of: CallStop['of'], why: CallStop['why'], from: string): string {
  const whose = of === 'all' ? 'de loja nenhuma' : 'desta loja';
  const nothingLost = 'As vendas esperam, nada se perde; saldos e vales continuam podendo ser usados.';
  if (why === 'day')
    return `As 120.000 consultas por dia que o Bling permite a esta loja estão esgotadas${from}. ${nothingLost}`;
  if (why === 'address')
    return `O Bling devolve páginas em vez de respostas às consultas ${whose}${from}, como faz com um endereço bloqueado. ${nothingLost}`;
  return `O Bling não responde às consultas ${whose}${from}. ${nothingLost}`;
}

const WHAT_TO_DO: Record<CallStop['why'], string> = {
  silence: 'Se durar horas, confira a página de situação do Bling e a internet do servidor.',
  day: 'Se isso se repete, veja quais outros aplicativos consultam a mesma conta: o limite é um só para todos.',
  address:
    'Se durar horas, peça ao suporte do Bling o desbloqueio do endereço do servidor, e veja o que mais consulta o Bling a partir dele.',
};
