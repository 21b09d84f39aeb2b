#!/usr/bin/env node
// CommonJS (see package.json beside this file): Node starts it several milliseconds sooner than a module.
const { main } = require('../dist/agent-lint.js')

// A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
})

main({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  variables: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
}).then((exitCode) => {
  process.exitCode = exitCode
})
