// Loaded into every process of the stack before its own code: when the supervisor is gone, however it went, the process ends too.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
