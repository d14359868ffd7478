#!/usr/bin/env node
process.exitCode = 70; // a defect, should the program stop before it tells how it ended
require('node:module').enableCompileCache?.(); // absent in Node 20
require('../dist/cli.js')
  .main(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code;
  });
