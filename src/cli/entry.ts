import type { RunnerProcess } from './action/run-action.ts'

// What `dist/agent-lint.js` exports: what the executable and the action run.
export { runExecutable } from './executable.ts'
export { main } from './main.ts'

/** The action, which no other run loads. */
export const runAction = async (runner: RunnerProcess): Promise<void> =>
  (await import('./action/run-action.ts')).runAction(runner)
