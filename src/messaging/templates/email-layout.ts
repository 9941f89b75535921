import { escapeHtml } from './wording';

/** An e-mail before it is laid out. Plain text throughout; the layout escapes it. */
export interface EmailDraft {
  subject: string;
  greeting: string;
  /** What catches the eye, such as the amount; `null` for none. */
  highlight: string | null;
  paragraphs: readonly string[];
  /** What is to be opened; absent: nothing. */
  action?: { label: string; url: string };
  /** In whose name it is written. */
  programName: string;
  /** Why it was sent; absent: as to a customer of the program. */
  footer?: string;
  /** Where whoever reads it says that they want no more; absent: it does not say. */
  optOut?: string;
}

/** An e-mail ready to send. */
export interface EmailContent {
  subject: string;
  text: string;
  html: string;
}

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const INK = '#1f2933';
const SOFT = '#52606d';
const ACCENT = '#0b7a4b';
/** A long address must not make a phone's page wider. */
const WRAP = 'word-break:break-all';

/**
 * Lays an e-mail out as plain text and as HTML: one column, inline styles, no pictures, readable on a phone.
 */
export function layOut(draft: EmailDraft): EmailContent {
  return { subject: draft.subject, text: plainText(draft), html: html(draft) };
}

function button({ label, url }: NonNullable<EmailDraft['action']>): string {
  const style = `display:inline-block;padding:12px 24px;border-radius:6px;background:${ACCENT};color:#ffffff;text-decoration:none;${FONT};font-size:16px;line-height:24px;font-weight:600`;
  return `<p style="margin:0 0 16px"><a href="${escapeHtml(url)}" style="${style}">${escapeHtml(label)}</a></p>`;
}

const OPT_OUT = 'Não quero mais receber estes e-mails';

function customersFooter(programName: string): string {
  return (
    `Você recebeu esta mensagem porque participa do programa ${programName}. ` +
    'Dúvidas sobre o programa ou sobre estas mensagens? Fale com a loja.'
  );
}

function optOutLink(url: string): string {
  const style = `${FONT};font-size:13px;line-height:20px;color:${SOFT}`;
  return `\n<p style="margin:0 0 16px;${style}"><a href="${escapeHtml(url)}" style="color:${SOFT}">${OPT_OUT}</a></p>`;
}

/** The highlight repeats a paragraph, so plain text goes without. */
function plainText({ greeting, paragraphs, action, programName, footer, optOut }: EmailDraft): string {
  const stop = optOut === undefined ? '' : `\n\n${OPT_OUT}:\n${optOut}`;
  const ending = `${programName}\n\n--\n${footer ?? customersFooter(programName)}${stop}`;
  const opened = action ? [`${action.label}:\n${action.url}`] : [];
  return [greeting, ...paragraphs, ...opened, ending].join('\n\n') + '\n';
}

function html(draft: EmailDraft): string {
  const { subject, greeting, highlight, paragraphs, action, programName, footer, optOut } = draft;
  const block = (text: string, style: string): string =>
    `<p style="margin:0 0 16px;${FONT};${style}">${escapeHtml(text)}</p>`;
  const body = [
    block(programName, `font-size:14px;line-height:20px;font-weight:600;color:${ACCENT}`),
    block(greeting, `font-size:20px;line-height:28px;font-weight:600;color:${INK}`),
    ...(highlight === null
      ? []
      : [block(highlight, `font-size:28px;line-height:36px;font-weight:700;color:${ACCENT}`)]),
    ...paragraphs.map((paragraph) => block(paragraph, `font-size:16px;line-height:24px;color:${INK}`)),
    ...(action
      ? [button(action), block(action.url, `font-size:13px;line-height:20px;color:${SOFT};${WRAP}`)]
      : []),
  ].join('\n');
  return `<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#f5f7fa">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f5f7fa">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:8px">
<tr><td style="padding:32px 24px 16px">
${body}
</td></tr>
<tr><td style="padding:16px 24px 24px;border-top:1px solid #e4e7eb">
${block(footer ?? customersFooter(programName), `font-size:13px;line-height:20px;color:${SOFT}`)}${optOut === undefined ? '' : optOutLink(optOut)}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}
