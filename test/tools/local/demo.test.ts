import { describe, expect, it } from '@jest/globals';
import { checkProgram } from '../../../src/loyalty/program';
import { DEMO_PROGRAM } from '../../../tools/demo-program';
import { readLocalSettings } from '../../../tools/local-settings';
import { screen } from '../../../tools/local/screen';

describe('the demo', () => {
  it('has a program that can be published', () => {
    expect(checkProgram(DEMO_PROGRAM)).toMatchObject({ ok: true });
  });

  it('shows cashback, points and a voucher', () => {
    const types = DEMO_PROGRAM.earning.rules.map(({ grant }) => grant.type);
    expect(types).toEqual(['cashback', 'points', 'voucher']);
  });

  it('fits one screen, with the real addresses and the real key', () => {
    const simulator = {
      ready: true as const,
      url: 'http://127.0.0.1:4010',
      smtpUrl: 's',
      blingApiUrl: 'b',
      authorizeUrl: 'a',
      tokenUrl: 't',
      whatsappUrl: 'w',
    };
    const text = screen({
      settings: readLocalSettings({}),
      engines: { temporalAddress: '127.0.0.1:7233', temporalUiUrl: 'http://localhost:8233', mongodbUri: 'm' },
      simulator,
      apiUrl: 'http://localhost:3000',
      apiKey: 'rk_local_abc',
    });
    expect(text.split('\n').length).toBeLessThanOrEqual(24);
    // What is to be opened begins with the console.
    expect(text).toMatch(/Open\n {2}Console +http:\/\/localhost:3000\n/);
    expect(/entrar as (.*)/.exec(text)![1]).toBe(
      'dona@loja.example (owner), gerente@loja.example (manager), caixa@loja.example (staff)',
    );
    for (const shown of [
      'http://localhost:8233',
      'http://127.0.0.1:4010',
      'http://localhost:3000/docs',
      'KEY=rk_local_abc',
      'Sign in (demonstracao)      http://localhost:3000/entrar as dona@loja.example',
      'Ctrl-C',
    ]) {
      expect(text).toContain(shown);
    }
  });
});
