// What `dist/agent-lint.js` exports: what the executable and the action run.
export { runAction } from './action.ts'
export { runExecutable } from './executable.ts'
export { main } from './main.ts'
