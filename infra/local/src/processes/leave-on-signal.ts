/** When told to stop, a program first closes what it has opened: processes and databases of its own would outlive it. */
export function leaveOnSignal(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void close().finally(() => process.exit(130)));
}
