import type { AgentView } from './agent-view.ts'

/** Does the host pass a key over because the agent belongs to a plugin? Then no value of it has any effect. */
export const isLostInPlugin = (agent: AgentView, key: string): boolean =>
  agent.host.plugins?.ignoredKeys.includes(key) === true && agent.isInPlugin()
