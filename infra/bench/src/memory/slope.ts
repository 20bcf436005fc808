/** What was seen at one moment: how many things had been done, and a size. */
export interface Sample {
  readonly at: number;
  readonly size: number;
}

/** By how much the size grows with each thing done: the straight line that lies closest to the samples. */
export function slopeOf(samples: readonly Sample[]): number {
  const mean = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  const [at, size] = [mean(samples.map((sample) => sample.at)), mean(samples.map((sample) => sample.size))];
  const together = samples.reduce((sum, sample) => sum + (sample.at - at) * (sample.size - size), 0);
  return together / samples.reduce((sum, sample) => sum + (sample.at - at) ** 2, 0);
}
