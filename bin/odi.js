#!/usr/bin/env node
process.exitCode = 70; // a defect, should the program stop before it tells how it ended
(await import('node:module')).enableCompileCache?.(); // absent in Node 20
process.exitCode = await (await import('../dist/cli.js')).main(process.argv.slice(2));
