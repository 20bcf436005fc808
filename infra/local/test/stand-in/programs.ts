import type { Programs } from '../../src/stack/programs.ts';

const folder = import.meta.dirname;

export const standIns: Programs = {
  service: () => ({ folder, migrate: 'migrate.ts', main: 'service.ts' }),
  gateway: { folder, main: 'gateway.ts' },
  seedFolder: folder,
};
