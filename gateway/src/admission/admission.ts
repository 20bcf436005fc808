import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import type { Audience } from '../transport/audience.ts';
import { Overload } from './overload.ts';
import { Room } from './room.ts';

export interface AdmissionSettings {
  /** Requests that are worked on at the same time, at most. */
  readonly concurrency: number;
  /** Requests that may wait for their turn, all classes together. */
  readonly queue: number;
  /** Longest wait, in milliseconds. */
  readonly patience: number;
}

/** The first goes before the others: somebody sits in front of a screen. */
export const serviceClasses = ['interactive', 'partner', 'batch'] as const;
type ServiceClass = (typeof serviceClasses)[number];
/** Under overload it is let in when there is room at once, and does not wait: it would be overtaken until it is too late. */
const leastUrgent = 'batch';

/**
 * Where somebody has waited for this share of the patience, more come than go: whoever stands behind them would wait as long to be
 * refused in the end. A crowd that comes at once finds nobody who has waited yet, and may wait.
 */
const standstill = 0.25;
/** A crowd is worked off in this share of the patience. What lasts longer is overload. */
const crowdTakes = 0.5;

/** How full the house is, and how many were refused since it opened. */
export interface AdmissionFigures {
  /** How many may be worked on right now. */
  readonly places: number;
  readonly running: number;
  readonly waiting: number;
  readonly refused: Readonly<Record<ServiceClass, number>>;
}

interface Waiting {
  readonly serviceClass: ServiceClass;
  /** When it came, in milliseconds of this process. */
  readonly since: number;
  readonly admit: () => void;
  readonly refuse: () => void;
}

/** Lets in as many requests as can be worked on well, and refuses fast whoever would only wait in vain. */
export class Admission {
  private running = 0;
  private waiting: Waiting[] = [];
  private readonly room: Room;
  private readonly overload: Overload;
  private readonly refused = { interactive: 0, partner: 0, batch: 0 };

  constructor(
    private readonly settings: AdmissionSettings,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.room = new Room(settings.concurrency);
    this.overload = new Overload(crowdTakes * settings.patience, settings.patience);
  }

  get figures(): AdmissionFigures {
    return { places: this.room.places, running: this.running, waiting: this.waiting.length, refused: this.refused };
  }

  /**
   * Waits for a turn; `leave` gives it back.
   *
   * @param serviceClass of the token; one that nobody knows comes last
   * @throws KnownError OVERLOADED when the queue is full or does not move, or is not for this class, or the wait too long, or the client is gone
   */
  async enter(serviceClass: string, client: Audience): Promise<void> {
    if (this.running < this.room.places) {
      this.running += 1;
      return;
    }
    const rank = serviceClasses.find((one) => one === serviceClass) ?? leastUrgent;
    const isOverload = this.overload.noteNoRoom(this.now());
    // It may have left while its token was looked at, and would wait in the way of others.
    if (client.isGone || (isOverload && rank === leastUrgent) || this.standsStillFor(rank)) throw this.refuse(rank);
    if (this.waiting.length >= this.settings.queue) this.makeRoomFor(rank);
    await this.turn(rank, client);
  }

  /** The next one's turn. To be called once for each that was let in. */
  leave(): void {
    this.running -= 1;
    this.fill();
  }

  /** To be told every moment by how many milliseconds the process is late. */
  noteLateness(late: number): void {
    this.room.look(late, this.running);
    this.fill();
  }

  private fill(): void {
    while (this.running < this.room.places) {
      const next = serviceClasses.flatMap((one) => this.waiting.find((waiting) => waiting.serviceClass === one) ?? [])[0];
      if (!next) return;
      this.running += 1;
      next.admit();
    }
  }

  private standsStillFor(newcomer: ServiceClass): boolean {
    const before = serviceClasses.slice(0, serviceClasses.indexOf(newcomer) + 1);
    const latest = this.now() - standstill * this.settings.patience;
    return this.waiting.some(({ serviceClass, since }) => since < latest && before.includes(serviceClass));
  }

  private turn(serviceClass: ServiceClass, client: Audience): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (how: () => void) => () => {
        clearTimeout(timer);
        stay();
        this.waiting = this.waiting.filter((one) => one !== waiting);
        how();
      };
      const admit = settle(resolve);
      const refuse = settle(() => reject(this.refuse(serviceClass)));
      const waiting: Waiting = { serviceClass, since: this.now(), admit, refuse };
      const timer = setTimeout(refuse, this.settings.patience);
      const stay = client.whenGone(refuse);
      this.waiting.push(waiting);
    });
  }

  /** The latest of the least urgent gives way, if it is less urgent than the newcomer. */
  private makeRoomFor(newcomer: ServiceClass): void {
    const lessUrgent = serviceClasses.slice(serviceClasses.indexOf(newcomer) + 1).reverse();
    const victim = lessUrgent.flatMap((one) => this.waiting.findLast((waiting) => waiting.serviceClass === one) ?? [])[0];
    if (!victim) throw this.refuse(newcomer);
    victim.refuse();
  }

  private refuse(serviceClass: ServiceClass): KnownError {
    this.refused[serviceClass] += 1;
    return new KnownError('OVERLOADED', sentences.overloaded);
  }
}
