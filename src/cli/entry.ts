// What `dist/agent-lint.js` exports: the public API, and what the executable and the action run.
export * from '../index.ts'
export { runAction } from './action.ts'
export { runExecutable } from './executable.ts'
export { main } from './main.ts'
