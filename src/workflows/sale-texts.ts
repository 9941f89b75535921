import type { SaleOutcome } from '../activities';
import type { SaleInput } from './definitions';
import { brasiliaTime, inList, inMarkdown, inParagraphs } from './markdown';
import type { SourceTrouble } from './sale-source';

/*
 * What a sale's run says of itself where no step has said it: before the first one, while the source cannot be read, and after
 * it was cancelled or has failed. pt-BR, for whoever opens the run in the Temporal UI.
 */

/** From the first moment on, until there is more to say. */
export function firstText(input: SaleInput, now: number): string {
  return inParagraphs([
    `${saleName(input)}: lendo a venda`,
    `Desde ${brasiliaTime(now)}. Se continuar assim por mais de um minuto, nenhum *worker* está em execução, ou um passo está falhando: veja *Pending activities*.`,
  ]);
}

/** What a sale waits for that cannot be read, since when, which attempt it is, and what to do. `before`: what was known of it. */
export function troubleText(input: SaleInput, trouble: SourceTrouble, before?: string): string {
  const { title = UNREADABLE, why, whatToDo } = TROUBLES[trouble.kind] ?? unknownTrouble(trouble.kind);
  return inParagraphs([
    `${saleName(input)}: **${title}**`,
    inList([
      `Motivo: ${why}`,
      `Desde: ${brasiliaTime(trouble.since)}`,
      ...(trouble.until === undefined ? [] : [`Espera até: ${brasiliaTime(trouble.until)}`]),
      `Tentativas até agora: ${trouble.attempts}`,
      `O que fazer: ${whatToDo}`,
    ]),
    ...(before === undefined
      ? ['Enquanto isso, a venda não gera benefício. Ela é lida assim que a origem responder.']
      : [
          'O que se sabia da venda continua valendo até a próxima leitura, e os prazos e avisos dela seguem:',
          before,
        ]),
  ]);
}

/** A run that somebody has cancelled. `left`: what the sale had come to; null where that could not be found out. */
export function endedText(input: SaleInput, left: SaleOutcome | null, now: number): string {
  const next = left?.next
    ? `O próximo passo era em ${brasiliaTime(Date.parse(left.next.at))}: quando essa hora passar, a varredura de execuções perdidas retoma a venda.`
    : 'Nenhum passo estava pendente.';
  return inParagraphs([
    `${saleName(input)}: **execução cancelada por uma pessoa** em ${brasiliaTime(now)}`,
    'O benefício ficou como está no livro de lançamentos: cancelar a execução não estorna nada. Para cancelar a venda, cancele o pedido na origem.',
    `${next} Um aviso da origem, uma devolução ou o uso de um vale também a retoma.`,
    ...(left ? [left.details] : []),
  ]);
}

/** A run that has failed with its source unread. `before`: what was known of the sale. */
export function failedText(input: SaleInput, now: number, before?: string): string {
  return inParagraphs([
    `${saleName(input)}: **a execução falhou sem ler a venda na origem** em ${brasiliaTime(now)}`,
    'A varredura de execuções perdidas lê a venda de novo horas depois da falha, e um aviso da origem a lê antes. O motivo está no fim do histórico desta execução e nos alertas da loja.',
    ...(before === undefined
      ? []
      : ['O que se sabia da venda continua valendo até a próxima leitura:', before]),
  ]);
}

function saleName({ channel, externalId }: SaleInput): string {
  return `**Venda ${inMarkdown(externalId)}** (${channel})`;
}

const UNREADABLE = 'não foi possível ler a venda na origem';

interface TroubleText {
  title?: string;
  why: string;
  whatToDo: string;
}

const NOTHING = 'nada; a venda é lida sozinha quando isso passar.';
const UNREACHABLE: TroubleText = {
  why: 'o Bling não responde.',
  whatToDo: `${NOTHING} Se durar horas, confira a internet do servidor e a página de situação do Bling.`,
};

/** By the kind of the failure: `src/activities/runtime/failures.ts` names them. */
const TROUBLES: Record<string, TroubleText> = {
  'Bling.rate_limited': {
    title: 'a venda espera a sua vez de ser lida no Bling',
    why: 'há outras consultas desta empresa antes desta, e o Bling permite 3 por segundo.',
    whatToDo: 'nada; a venda é lida sozinha quando chegar a sua vez.',
  },
  'Bling.day_quota': {
    why: 'a cota diária de consultas desta empresa no Bling acabou.',
    whatToDo: 'nada; a cota é renovada à meia-noite, no horário de Brasília, e a venda é lida depois disso.',
  },
  'Bling.unavailable': UNREACHABLE,
  'Bling.timeout': UNREACHABLE,
  // Whoever asks Bling gives up sooner than the step: it was not begun, or its worker died.
  no_answer: {
    why: 'nenhum *worker* fez a leitura a tempo: estão ocupados, ou não há nenhum em execução.',
    whatToDo: 'nada, se passar em minutos; se durar, confira em `/readyz` quais filas estão sem *worker*.',
  },
  'Bling.not_found': {
    why: 'o Bling não encontra o que foi pedido nesta empresa.',
    whatToDo: 'conferir se a conexão é com a empresa certa e salvar o pedido de novo no Bling.',
  },
  'Bling.rejected': { why: 'o Bling recusou a consulta.', whatToDo: 'avisar o suporte técnico.' },
  'Bling.invalid_answer': {
    why: 'o Bling respondeu fora do formato documentado.',
    whatToDo: 'avisar o suporte técnico se continuar por mais de um dia.',
  },
  DecryptionError: {
    why: 'o acesso guardado desta empresa não pode ser aberto com a `ENCRYPTION_KEY` atual.',
    whatToDo: 'pôr a chave anterior em `ENCRYPTION_KEY_PREVIOUS`, ou autorizar a empresa de novo.',
  },
};

function unknownTrouble(kind: string): TroubleText {
  return {
    why: `o passo está falhando (${inMarkdown(kind)}).`,
    whatToDo: 'ver o erro em *Pending activities* e avisar o suporte técnico se não passar.',
  };
}
