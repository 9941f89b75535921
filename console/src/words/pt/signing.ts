/** Signing in, invitations and forgotten passwords. */
export const signing = {
  title: 'Entrar',
  email: 'E-mail',
  password: 'Senha',
  enter: 'Entrar',
  forgotten: 'Esqueci a senha',
  secondFactor: {
    title: 'Segunda etapa',
    explain:
      'Abra o aplicativo de autenticação e digite o código de 6 números, ou use um código de recuperação.',
    code: 'Código',
    continue: 'Continuar',
    back: 'Usar outra conta',
  },
  refused: {
    sign_in_refused: 'E-mail, senha ou código não conferem. Confira e tente de novo.',
    too_many_requests: 'Houve tentativas demais. Espere um pouco e tente de novo.',
  },
  choose: { title: 'Em qual loja você vai trabalhar?', suspended: 'suspensa' },
  none: {
    title: 'Nenhuma loja nesta conta',
    text: 'Esta pessoa não participa de nenhuma loja. Peça um convite ao dono da loja.',
  },
  suspended: {
    title: 'Loja suspensa',
    text: 'O acesso a esta loja está suspenso. Fale com quem administra a instalação.',
  },
  invitation: {
    title: 'Convite',
    text: (merchant: string, role: string) => `Você foi convidado para ${merchant} como ${role}.`,
    name: 'Seu nome',
    password: 'Crie uma senha',
    ownPassword: 'Sua senha de sempre',
    known: 'Você já tem uma conta com este e-mail: confirme com a sua senha.',
    passwordRule: 'Pelo menos 10 caracteres. Uma frase é mais fácil de lembrar.',
    accept: 'Aceitar e entrar',
    noToken: 'O endereço do convite está incompleto. Abra de novo o link do e-mail.',
  },
  reset: {
    askTitle: 'Esqueci a senha',
    askText: 'Digite o e-mail da sua conta. Enviaremos um link que vale por uma hora.',
    ask: 'Enviar link',
    asked:
      'Se houver uma conta com este e-mail, o link chega em alguns minutos. Confira também a caixa de spam.',
    newTitle: 'Nova senha',
    newPassword: 'Nova senha',
    save: 'Salvar a senha',
    saved: 'A senha foi trocada, e as outras sessões foram encerradas.',
    toSignIn: 'Ir para a entrada',
  },
} as const;
