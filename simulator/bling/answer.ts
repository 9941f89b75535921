import { randomUUID } from 'node:crypto';
import type { Response } from 'express';

/** Writes a JSON answer with the request id Bling's gateway adds. `cut` sends only half of the text. */
export function sendJson(res: Response, status: number, body: unknown, cut = false): void {
  const text = JSON.stringify(body);
  res.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'x-amzn-RequestId': randomUUID(),
  });
  res.end(cut ? text.slice(0, Math.floor(text.length / 2)) : text);
}

/** Writes an HTML page. */
export function sendHtml(res: Response, status: number, html: string): void {
  res.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
  res.end(html);
}

/** Text made safe to stand inside HTML. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
