import { createServer } from 'node:http';

// A gateway as far as the supervisor and the command line can tell: ready when its subgraphs are, and it says back what it was asked.
const { PORT, HOST, SUBGRAPH_URLS = '' } = process.env;
const subgraphs = SUBGRAPH_URLS.split(',').map((entry) => entry.split('=')[1] ?? '');

const server = createServer(async (request, response) => {
  if (request.url === '/health/ready') {
    const answers = await Promise.all(
      subgraphs.map((address) =>
        fetch(`${address}/health/ready`).then(
          (answer) => answer.ok,
          () => false,
        ),
      ),
    );
    response.writeHead(answers.every(Boolean) ? 200 : 503).end('{}');
    return;
  }
  let body = '';
  for await (const chunk of request) body += chunk;
  const asked = JSON.parse(body || '{}');
  response.setHeader('content-type', 'application/json');
  const errors = [{ message: 'part of it is lost' }];
  if (asked.query?.includes('lost')) response.end(JSON.stringify({ errors, data: null }));
  else if (asked.query?.includes('partly')) response.end(JSON.stringify({ errors, data: { partly: null } }));
  else
    response.end(
      JSON.stringify({
        data: {
          variables: asked.variables,
          authorization: request.headers.authorization ?? null,
          language: request.headers['accept-language'] ?? null,
        },
      }),
    );
});
server.listen(Number(PORT), HOST);
process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
