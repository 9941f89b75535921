import { estimatedTotal, ratePerMinute } from '../../store';
import type { ContactImport, ContactImportWait } from '../../store';
import { brasiliaTime, inParagraphs } from '../../workflows';
import { counted } from '../runtime';

/** How far an import of contacts is, for its run: counts only. */
export interface ContactImportProgress {
  state: ContactImport['state'];
  contacts: number;
  created: number;
  updated: number;
  orders: number;
  kept: number;
  calls: number;
  /** How long it waits before it goes on; 0: no time. */
  restMs: number;
  /** Markdown for the run's current details in the Temporal UI, in pt-BR. */
  details: string;
}

const STATE_TEXT: Record<ContactImport['state'], string> = {
  running: '',
  paused: ' · **pausada por uma pessoa**',
  finished: ' · concluída',
  cancelled: ' · **cancelada por uma pessoa**',
  failed: ' · **interrompida por uma falha**',
};

const WAIT_TEXT: Record<ContactImportWait, string> = {
  pace: 'Esperar a vez entre as chamadas ao Bling',
  day: 'Esperar o dia seguinte: a cota de hoje fica para as vendas',
  silence: 'Esperar o Bling responder',
  paused: 'Esperar que alguém retome a conexão com o Bling, que está pausada',
  connection: 'Esperar que a conexão com o Bling seja autorizada de novo',
  permission: 'Esperar a permissão de leitura no Bling',
};

const END_TEXT: Partial<Record<ContactImport['state'], string>> = {
  paused: 'Continua de onde parou quando alguém retomar a importação.',
  cancelled: 'O que já foi gravado fica. Outra importação reconhece o que já é conhecido.',
  failed: 'O que já foi gravado fica. Outra importação reconhece o que já é conhecido.',
};

/** An import as its run is told of it. */
export function contactImportProgress(found: ContactImport, now: number, restMs = 0): ContactImportProgress {
  const { state, counts } = found;
  const { contacts, created, updated, orders, kept, calls } = counts;
  return {
    ...{ state, contacts, created, updated, orders, kept, calls },
    ...{ restMs: Math.ceil(restMs), details: detailsOf(found, now) },
  };
}

function detailsOf(found: ContactImport, now: number): string {
  const { state, counts, cause, history, waiting } = found;
  const { contacts, created, updated, nobody, leftOut, details, orders, kept, known, calls } = counts;
  const what = cause === 'daily' ? 'Atualização diária de clientes' : 'Importação de contatos do Bling';
  const long = waiting !== null && waiting.why !== 'pace';
  return inParagraphs([
    `**${what}** · ${counted(contacts, 'contato', 'contatos')}${STATE_TEXT[state]}`,
    `${created} a mais, ${updated} com mudanças, ${nobody} sem dados que digam quem é, ${leftOut} de fora; ${counted(details, 'lido', 'lidos')} um a um`,
    history === null
      ? ''
      : `Pedidos de ${brDate(history.from)} a ${brDate(history.to)}: ${orders} lidos, ${kept} guardados, ${known} já conhecidos`,
    state === 'running' ? paceOf(found, now) : '',
    `Chamadas ao Bling: ${calls}`,
    long ? `${WAIT_TEXT[waiting.why]}, até ${brasiliaTime(waiting.until.getTime())}` : '',
    END_TEXT[state] ?? '',
    'Ninguém recebe mensagem por uma importação, e nenhum consentimento é presumido.',
  ]);
}

function paceOf(found: ContactImport, now: number): string {
  const { phase, page, phaseDone } = found;
  const total = estimatedTotal(found);
  const rate = ratePerMinute(found, now);
  const of = phase === 'contacts' ? 'contatos' : 'pedidos';
  const left = total === null || rate === null ? null : Math.ceil((total - phaseDone) / rate);
  return [
    `Página ${page} de ${of}`,
    ...(total === null ? [] : [`cerca de ${total} ao todo`]),
    ...(rate === null ? [] : [`${rate} por minuto`]),
    ...(left === null ? [] : [left < 1 ? 'menos de um minuto pela frente' : `uns ${left} min pela frente`]),
  ].join(', ');
}

function brDate(date: string): string {
  return date.split('-').reverse().join('/');
}
