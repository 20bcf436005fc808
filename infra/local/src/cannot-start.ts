/** Something outside the program keeps it from starting. The message is for a person: what is wrong and what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** The code of a failed system call such as ENOENT or EADDRINUSE. */
export function systemCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}
