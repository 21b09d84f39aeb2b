import { inspect as inspectFleets } from '../composition.ts'
import { describeAgent, type InspectedAgent } from './inspected-agent.ts'
import { diskAt, prepare, type RunOptions, slashed } from './prepare.ts'

export interface InspectOptions extends RunOptions {
  /** Folders, files or globs. None: the agent folders of known hosts, else `./agents`. */
  readonly paths?: readonly string[]
  /** Ask these hosts about every `.md` file; none: each folder's own host about its agents. */
  readonly hosts?: readonly string[]
}

export interface InspectReport {
  readonly agents: readonly InspectedAgent[]
  readonly unmatched: readonly string[]
  /** What could not be read. */
  readonly failures: readonly { readonly path: string; readonly why: string }[]
}

/** Says what each host does with each file, and what each agent owns and hands over. Throws as `lint` does. */
export async function inspect(options: InspectOptions = {}): Promise<InspectReport> {
  const fs = diskAt(options.cwd)
  const request = await prepare(fs, slashed(options.paths ?? []), options)
  const { agents, unmatched, failures } = await inspectFleets(fs, { ...request, hosts: options.hosts ?? [] })
  return { agents: agents.map(describeAgent), unmatched, failures }
}
