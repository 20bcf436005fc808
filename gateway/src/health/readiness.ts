import type { SubgraphTransport } from '../transport/subgraph-transport.ts';

const patience = 1_000;
const goodFor = 500;

export interface ReadinessParts {
  readonly transport: SubgraphTransport;
  readonly hasGraph: () => boolean;
}

/** Whether this process should get requests: a graph is loaded, every part answers, and nobody asked it to stop. */
export class Readiness {
  private isDraining = false;
  private lastLook: { at: number; ready: Promise<boolean> } | undefined;

  constructor(private readonly parts: ReadinessParts) {}

  async isReady(): Promise<boolean> {
    if (this.isDraining || !this.parts.hasGraph()) return false;
    // Anyone may ask for readiness; the subgraphs are not to be worn out by it.
    const now = performance.now();
    if (!this.lastLook || now - this.lastLook.at > goodFor) this.lastLook = { at: now, ready: this.look() };
    return (await this.lastLook.ready) && !this.isDraining;
  }

  /** From now on nobody should send new requests here. */
  startDraining(): void {
    this.isDraining = true;
  }

  private async look(): Promise<boolean> {
    const { transport } = this.parts;
    const answers = await Promise.all(transport.subgraphs.map((name) => transport.isReady(name, patience)));
    return answers.every(Boolean);
  }
}
