/** Prints one service's SDL. Its own process, because type-graphql collects every decorated class that a process has loaded. */
const [file = ''] = process.argv.slice(2);
const { subgraph } = (await import(file)) as { subgraph: { sdl: string } };
process.stdout.write(subgraph.sdl);
