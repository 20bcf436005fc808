import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Sees to it that an answer ends when its connection does. The runtime tells only the one whose turn it is, and not those that wait
 * behind it because the client sent several requests without waiting: what they hold would be held for ever.
 */
export function endWithConnection({ socket }: IncomingMessage, response: ServerResponse): void {
  if (response.socket) return;
  const end = () => {
    response.destroy();
    response.emit('close');
  };
  socket.once('close', end);
  response.once('close', () => socket.off('close', end));
}
