import { BLING_ZONE } from '../../bling';
import type { Instant } from '../../loyalty';
import type { StoreConnection } from '../../store';
import { inList, inMarkdown, inParagraphs } from '../../workflows';
import { counted, localTime } from '../runtime';

const STATES: Record<StoreConnection['state'], string> = {
  connected: 'Conectada',
  needs_authorization: 'Precisa ser autorizada de novo no Bling',
  paused: 'Pausada por uma pessoa da loja',
  disconnected: 'Desconectada por uma pessoa da loja',
};

/** How a connection stands, and what comes next, for operators: Markdown in pt-BR. */
export function connectionDetails(
  { companyId, state, lastEventAt, reconciledUntil }: StoreConnection,
  { quota, now, nextAt }: { quota: { used: number; of: number }; now: Instant; nextAt: Instant },
): string {
  const at = (instant: Date | null | undefined): string =>
    instant ? localTime(instant.getTime(), BLING_ZONE) : 'ainda não houve';
  const next = nextAt <= now ? 'agora' : localTime(nextAt, BLING_ZONE);
  return inParagraphs([
    `**Conexão com a empresa ${inMarkdown(companyId)} do Bling**: ${STATES[state]}`,
    inList([
      `Último aviso do Bling: ${at(lastEventAt)}`,
      `Pedidos conferidos até: ${at(reconciledUntil)}`,
      `Consultas ao Bling hoje: ${counted(quota.used, 'consulta', 'consultas')} de ${counted(quota.of, 'permitida', 'permitidas')}`,
      `Próximo passo: ${state === 'connected' ? 'conferir os pedidos' : 'olhar de novo'}, ${next}`,
    ]),
    'Instantes no horário de Brasília.',
  ]);
}
