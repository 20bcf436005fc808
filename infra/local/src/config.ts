/** What any program needs from the surroundings it was started in. Nothing else is handed down to the processes of the stack. */
const inherited = ['PATH', 'HOME', 'USER', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'NODE_EXTRA_CA_CERTS'];

export function systemEnvironment(environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return { ...Object.fromEntries(inherited.filter((name) => environment[name] !== undefined).map((name) => [name, environment[name]])), LC_ALL: 'C' };
}
