// What `dist/agent-lint.js` exports: what the executable runs.
export { runExecutable } from './executable.ts'
export { main } from './main.ts'
