import mercuriusGateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';

// As its documentation starts it, with compiled execution switched on.
const [services, port] = process.argv.slice(2);
const app = Fastify();
await app.register(mercuriusGateway, { jit: 1, gateway: { services: JSON.parse(services) } });
await app.listen({ port: Number(port), host: '127.0.0.1' });
