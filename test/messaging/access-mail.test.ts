import { describe, expect, it } from '@jest/globals';
import { renderAccessMail } from '../../src/messaging';

const LINK = 'https://fidelidade.loja.com.br/convite#K7qm3-Xrt9w_hP';

describe('an invitation', () => {
  const mail = {
    kind: 'invitation',
    name: 'Bia',
    merchantName: 'Loja <Um> & Cia',
    invitedBy: 'Ana Souza',
    role: 'manager',
    link: LINK,
    until: '2026-12-02T15:30',
    zone: 'America/Sao_Paulo',
  } as const;

  it('says who invites, to what, as what, and until when by which clock', () => {
    const { subject, text } = renderAccessMail(mail);
    expect(subject).toBe('Convite para o Retorno de Loja <Um> & Cia');
    expect(text).toContain('Olá, Bia!');
    expect(text).toContain(
      'Ana Souza convidou você para usar o Retorno, o programa de fidelidade de Loja <Um> & Cia, como gerente.',
    );
    expect(text).toContain('até 02/12/2026 às 15h30 (horário de São Paulo)');
    expect(text).toContain(`Aceitar o convite:\n${LINK}`);
    expect(text).not.toContain('participa do programa');
  });

  it('of the installation names nobody', () => {
    const { text } = renderAccessMail({ ...mail, invitedBy: null, name: '' });
    expect(text).toContain('Olá!\n\nVocê foi convidado para usar');
  });

  it('has one link to press, and nothing in HTML that a name could break', () => {
    const { html } = renderAccessMail({ ...mail, invitedBy: '<script>alert(1)</script>' });
    expect(html).toContain(`<a href="${LINK}"`);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).not.toContain('<script>');
    expect(html).toContain('Loja &lt;Um&gt; &amp; Cia');
  });

  it('stays one line where a name has several', () => {
    const { subject } = renderAccessMail({ ...mail, merchantName: 'Loja\r\nBcc: todos@example.com' });
    expect(subject).toBe('Convite para o Retorno de Loja Bcc: todos@example.com');
  });
});

describe('what is told of a password', () => {
  it('is the link to choose another, how long it holds, and what to do if it was not asked for', () => {
    const link = 'https://fidelidade.loja.com.br/senha#abc';
    const { subject, text } = renderAccessMail({ kind: 'password_reset', name: 'Ana', link, minutes: 60 });
    expect(subject).toBe('Nova senha para o Retorno');
    expect(text).toContain(`Escolher uma nova senha:\n${link}`);
    expect(text).toContain('60 minutos');
    expect(text).toContain('Se não foi você que pediu, ignore esta mensagem');
  });

  it('is that it was changed, without a link that could be forged', () => {
    const { text, html } = renderAccessMail({ kind: 'password_changed', name: 'Ana' });
    expect(text).toContain('acaba de ser trocada');
    expect(html).not.toContain('<a ');
  });
});
