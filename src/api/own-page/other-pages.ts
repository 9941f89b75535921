import { paragraphs, plainPage } from '../http';
import type { PlainPage } from '../http';

/** Where a page belongs that says nothing of whose it would be. */
export const SITE = 'Página do cliente';

/** The link is nobody's any more, or never was. It says nothing of anybody. */
export function unknownOwnPage(): PlainPage {
  return plainPage(404, {
    title: 'Página não encontrada',
    site: SITE,
    body: paragraphs([
      'Este link não abre a página de nenhum cliente. Ele pode ter sido copiado pela metade, ou trocado por um novo.',
      'Abra o link da mensagem mais recente que você recebeu, ou peça na loja o link da sua página. Seu saldo e seus vales continuam valendo.',
      'Para não receber mais mensagens, responda SAIR no WhatsApp, use o fim do e-mail, ou fale com a loja.',
    ]),
  });
}

/** Nothing can be read or written now. */
export function laterOwnPage(): PlainPage {
  return plainPage(503, {
    title: 'Um instante',
    site: SITE,
    body: paragraphs([
      'Não foi possível abrir a sua página agora. Tente de novo em alguns segundos: se você pediu alguma mudança, repetir não faz mal.',
    ]),
  });
}
