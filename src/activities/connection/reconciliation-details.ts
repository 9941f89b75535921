import { BLING_ZONE } from '../../bling';
import type { Reconciliation } from '../../store';
import { inList, inParagraphs } from '../../workflows';
import { counted, localTime } from '../runtime';

/** What a reconciliation has come to, for operators: Markdown in pt-BR. */
export function reconciliationDetails(report: Omit<Reconciliation, 'found'>): string {
  const { from, until, lookedAt, missing, differing, deleted, repaired } = report;
  const when = `${localTime(from.getTime(), BLING_ZONE)} a ${localTime(until.getTime(), BLING_ZONE)}`;
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
