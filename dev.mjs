/** The program from its sources, without a build: `npm run dev -- audit morocco`. */
const { main } = await import('./src/cli.ts');
process.exitCode = await main(process.argv.slice(2));
