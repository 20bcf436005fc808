import { EntityPart } from './entity-part.ts';
import { EntityRequest } from './entity-request.ts';
import type { Fetching, Setting } from './fetching.ts';
import { Meeting } from './meeting.ts';
import type { FetchStep } from './steps.ts';

/** A plan in which fetches may meet. */
export interface MeetingSetting extends Setting {
  /** By their numbers. */
  readonly meetings: Map<number, Meeting>;
}

/** Prepares a fetch about entities: a request of its own, or a part in one that branches have in common. */
export function entityFetching(setting: MeetingSetting, { parts: planned, meeting: number }: FetchStep): Fetching {
  const parts = planned.map((part) => new EntityPart(setting, part));
  if (number === undefined) {
    const request = new EntityRequest(planned, parts);
    return (execution) => request.send(execution, request.pendingIn(execution));
  }
  const meeting = setting.meetings.get(number) ?? new Meeting(number);
  setting.meetings.set(number, meeting);
  return meeting.join(planned, parts);
}
