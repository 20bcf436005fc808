import type { Server, ServerResponse } from 'node:http';

/** The requests under way. A connection that a client keeps open after its answer, or on which nothing ever came, would keep the door from closing. */
export class OpenRequests {
  private count = 0;
  private closing: Server | undefined;

  /** Whether this is the last answer on its connection. */
  get areTheLast(): boolean {
    return this.closing !== undefined;
  }

  begin(response: ServerResponse): void {
    this.count += 1;
    response.once('close', () => {
      this.count -= 1;
      this.closeWhenQuiet();
    });
  }

  /** Closes the connections as soon as all that is under way is answered. */
  close(server: Server): void {
    this.closing = server;
    this.closeWhenQuiet();
  }

  private closeWhenQuiet(): void {
    if (this.count === 0) this.closing?.closeAllConnections();
  }
}
