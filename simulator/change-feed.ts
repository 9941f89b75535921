/** What can change in the simulated world. */
export type Topic = 'orders' | 'contacts' | 'tokens' | 'deliveries' | 'whatsapp' | 'mail' | 'settings';

/** Tells whoever listens that something changed, without saying what: listeners look again. */
export class ChangeFeed {
  private readonly listeners = new Set<(topic: Topic) => void>();

  /** Listens until the returned function is called. */
  listen(listener: (topic: Topic) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Something of this topic changed. */
  touch(topic: Topic): void {
    for (const listener of this.listeners) listener(topic);
  }
}
