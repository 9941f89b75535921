import type { Reconciliation } from '../../store';
import { inList, inParagraphs } from '../../workflows';
import { counted, localTime } from '../runtime';

const BRASILIA = 'America/Sao_Paulo';

/** What a reconciliation has come to, for operators: Markdown in pt-BR. */
export function reconciliationDetails(report: Omit<Reconciliation, 'found'>): string {
  const { from, until, lookedAt, missing, differing, deleted, repaired } = report;
  const when = `${localTime(from.getTime(), BRASILIA)} a ${localTime(until.getTime(), BRASILIA)}`;
  return inParagraphs([
    `**Conferência com o Bling**: pedidos alterados de ${when} (horário de Brasília)`,
    inList([
      `Conferidos: ${counted(lookedAt, 'pedido', 'pedidos')}`,
      `Que faltavam aqui: ${missing}`,
      `Diferentes do Bling: ${differing}`,
      `Excluídos no Bling: ${deleted}`,
      `Já acertados: ${repaired}`,
    ]),
  ]);
}
