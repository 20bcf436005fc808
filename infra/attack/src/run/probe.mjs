// A well-behaved client in a thread of its own, so that its times tell about the network and not about the attacker.
import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const { url, perSecond } = workerData;
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
const body = JSON.stringify({ query: '{ viewer { contract } }' });
const times = [];
const failures = [];
let asked = 0;

const timer = setInterval(ask, 1000 / perSecond);
parentPort.once('message', () => {
  clearInterval(timer);
  parentPort.postMessage({ asked: times.length + failures.length, failures: failures.slice(0, 100), times: times.sort((a, b) => a - b) });
  agent.destroy();
});

function ask() {
  asked += 1;
  const began = performance.now();
  const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
  const outgoing = request(`${url}/graphql`, { method: 'POST', agent, headers, timeout: 10_000 }, (answer) => {
    let text = '';
    answer.setEncoding('utf8').on('data', (part) => (text += part));
    answer.on('end', () => {
      if (answer.statusCode === 200 && text.includes('"contract":"public"') && !text.includes('"errors"'))
        times.push(performance.now() - began);
      else failures.push(`question ${asked}: status ${answer.statusCode} ${text.slice(0, 200)}`);
    });
  });
  outgoing.on('timeout', () => outgoing.destroy(new Error('no answer within 10 s')));
  outgoing.on('error', (error) => failures.push(`question ${asked}: ${error.message}`));
  outgoing.end(body);
}
