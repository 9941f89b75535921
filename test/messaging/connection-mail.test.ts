import { describe, expect, it } from '@jest/globals';
import { renderConnectionMail } from '../../src/messaging';

const link = 'https://retorno.example.com/configuracoes/conexao';
const about = { name: 'Rosa', companyName: 'Loja <b>Azul</b>\nLtda', link };

describe('what owners are told of a connection', () => {
  it.each([
    ['connected', 'está conectada', 'nada se perde'],
    ['needs_authorization', 'recusa o acesso', 'Autorize de novo'],
    ['paused', 'foi pausada', 'tudo o que mudou enquanto isso é conferido'],
    ['disconnected', 'foi desconectada', 'continuam guardados'],
  ] as const)('%s', (state, subject, text) => {
    const mail = renderConnectionMail({ ...about, state });
    expect(mail.subject).toContain(subject);
    expect(mail.subject).not.toContain('\n');
    expect(mail.text).toContain('Olá, Rosa!');
    expect(mail.text).toContain(text);
    expect(mail.text).toContain(link);
    expect(mail.html).not.toContain('<b>Azul');
  });

  it('greets whoever has no name', () => {
    expect(renderConnectionMail({ ...about, name: ' ', state: 'paused' }).text).toContain('Olá!');
  });
});
