import { beginningOf } from '../../../text';
import { headerWords } from './header-words';

/**
 * What of a sale a column seems to tell: how it stands, whether it is paid, whether it is done, whether it was cancelled or
 * given back. `perhaps`: a bare `Estado` is that of the sale or that of the address, which only its values tell. `aside`: its
 * title says something else, and only a value such as `Recusado` tells of the sale.
 */
export type StatusKind = 'state' | 'payment' | 'done' | 'cancelled' | 'perhaps' | 'aside';

/** A column that seems to say how a sale stands. */
export interface StatusColumn {
  place: number;
  /** As the file calls it, cut short. */
  title: string;
  kind: StatusKind;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const STATE = /^(?:situac|status|etapa|fase$|andamento)/;
const CANCELLED = /^(?:cancel|estorn|devol|reembols|refund|return|chargeback|void|anul|inutiliz|desist)/;
const DONE =
  /^(?:pag[oa]|paid|quitad[oa]|conclu[ií]d[oa]|finalizad[oa]|atendid[oa]|aprova(?:d[oa]|cao)|confirma(?:d[oa]|cao)|processa(?:d[oa]|mento)|faturad[oa]|entregue|completed|delivered|approved|confirmed|processed)$/;
const PAYMENT = set('pagamento pagamentos payment financial financeiro financeira');
const ESTATE = set('estado state');
const OF_A_SALE = set(
  'pedido pedidos venda vendas compra pagamento envio entrega order sale payment shipping financeiro logistico',
);
/** With one of these a column tells how, how much or by whom was paid, and not whether. */
const OTHERWISE = set(
  'email telefone celular cadastro conta number code forma formas metodo meio meios tipo modo condicao condicoes valor valores total taxa taxas tarifa custo id codigo numero ' +
    'transacao gateway parcela parcelas bandeira prazo link moeda banco canal intermediador plataforma method type amount fee ' +
    'value reference referencia desconto juros nome cpf cnpj cartao detalhes observacao observacoes vencimento dias por pelo ' +
    'plano prevista previsto',
);

/** The columns of a file that seem to say how its sales stand. */
export function statusColumns(titles: readonly string[]): StatusColumn[] {
  return titles.flatMap((title, place) => {
    const kind = statusKind(headerWords(title, new Set()));
    return kind ? [{ place, title: beginningOf(title, 60), kind }] : [];
  });
}

function statusKind(words: readonly string[]): StatusKind | null {
  const some = (test: (word: string) => boolean): boolean => words.some(test);
  if (some((word) => CANCELLED.test(word))) return 'cancelled';
  if (some((word) => STATE.test(word))) return 'state';
  if (some((word) => ESTATE.has(word))) {
    if (words.length === 1) return 'perhaps';
    if (some((word) => OF_A_SALE.has(word))) return 'state';
  }
  if (some((word) => OTHERWISE.has(word))) return null;
  if (some((word) => PAYMENT.has(word))) return 'payment';
  return some((word) => DONE.test(word)) ? 'done' : null;
}
