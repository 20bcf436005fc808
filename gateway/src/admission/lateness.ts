/** In milliseconds. */
const betweenLooks = 50;

/**
 * Tells again and again by how many milliseconds the process is late: as long as a request that has just arrived, or a subgraph's answer,
 * lies there before anybody looks at it. Answers how to stop.
 */
export function watchLateness(tell: (late: number) => void): () => void {
  let due = performance.now() + betweenLooks;
  const timer = setInterval(() => {
    const now = performance.now();
    tell(Math.max(0, now - due));
    due = now + betweenLooks;
  }, betweenLooks).unref();
  return () => clearInterval(timer);
}
