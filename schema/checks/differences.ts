const mostShown = 12;

/** The lines by which two texts differ, `-` for the first and `+` for the second; cut short, since a look at the place is enough. */
export function differences(before: string, after: string): string[] {
  if (before === after) return [];
  const [old, young] = [before.split('\n'), after.split('\n')];
  const shared = commonEnd(old, young, 0);
  const end = commonEnd([...old].reverse(), [...young].reverse(), shared);
  const gone = old.slice(shared, old.length - end).map((line) => `- ${line}`);
  const come = young.slice(shared, young.length - end).map((line) => `+ ${line}`);
  const lines = [`line ${shared + 1}:`, ...gone.slice(0, mostShown / 2), ...come.slice(0, mostShown / 2)];
  return gone.length + come.length > mostShown ? [...lines, `… ${gone.length} lines gone, ${come.length} lines come`] : lines;
}

function commonEnd(left: readonly string[], right: readonly string[], alreadyShared: number): number {
  const most = Math.min(left.length, right.length) - alreadyShared;
  let same = 0;
  while (same < most && left[same] === right[same]) same += 1;
  return same;
}
