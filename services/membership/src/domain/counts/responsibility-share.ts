import { partsUnlessFew } from '../few.ts';

/** How many members show something, and which share of all of them that is. */
export interface ResponsibilityShare {
  readonly members: number | null;
  readonly share: number | null;
}

/** Neither those who show it nor those who do not may be few. */
export function shareOf(members: number, showing: number): ResponsibilityShare {
  const [told = null] = partsUnlessFew([showing, members - showing]);
  return { members: told, share: told === null || members === 0 ? null : told / members };
}
