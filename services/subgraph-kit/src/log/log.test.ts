import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

test('a log line never carries a name, an address, a token or a parameter', () => {
  const module = fileURLToPath(new URL('./log.ts', import.meta.url));
  const script = `import { openLog } from ${JSON.stringify(module)};
    openLog('test', 'info').info({ person: { firstName: 'Inès', email: 'ines@example.invalid' }, authorization: 'Bearer x', request: { variables: { a: 1 } }, kept: 'yes' }, 'told');`;
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { encoding: 'utf8' });
  const line = JSON.parse(stdout);
  expect(line).toMatchObject({
    name: 'test',
    kept: 'yes',
    msg: 'told',
    authorization: '[private]',
    person: { firstName: '[private]', email: '[private]' },
  });
  expect(stdout).not.toMatch(/Inès|example.invalid|Bearer/);
});
