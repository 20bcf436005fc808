/** What became of an attempt to take points. */
export interface Taking {
  /** Whether the points were taken. When not, none was. */
  readonly isTaken: boolean;
  /** Points left for this client. */
  readonly left: number;
  /** When the bucket is full again, in milliseconds of this process. */
  readonly fullAt: number;
}

/** Points of each client of one service class. Kept in memory today; several gateways would share one, in Redis for example. */
export interface Bucket {
  /** Points of a full bucket. */
  readonly size: number;
  /** Points that come back each second, taken over the time in which an empty bucket becomes a full one. */
  readonly restoreRate: number;
  /** Takes all the points or none, whatever else goes on at the same time. */
  take(client: string, points: number): Taking | Promise<Taking>;
  /** Takes points that are already spent, even when there are none left. */
  spend(client: string, points: number): Taking | Promise<Taking>;
  /** Gives points back that were taken and not used. */
  giveBack(client: string, points: number, taking: Taking): Taking | Promise<Taking>;
}
