/** One thing that was looked at: fine, worth knowing, or in the way; with what to do where there is something to do. */
export interface Finding {
  readonly subject: string;
  readonly state: 'fine' | 'notice' | 'trouble';
  readonly found: string;
  readonly advice?: string;
}

export function fine(subject: string, found: string): Finding {
  return { subject, state: 'fine', found };
}

export function notice(subject: string, found: string, advice: string): Finding {
  return { subject, state: 'notice', found, advice };
}

export function trouble(subject: string, found: string, advice: string): Finding {
  return { subject, state: 'trouble', found, advice };
}

const marks = { fine: '✓', notice: '!', trouble: '✗' } as const;

export function lineOf({ subject, state, found, advice }: Finding): string {
  const line = `${marks[state]} ${subject.padEnd(17)} ${found}`;
  return advice ? `${line}\n${' '.repeat(20)}→ ${advice}` : line;
}
