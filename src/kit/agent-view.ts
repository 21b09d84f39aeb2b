import type { Span } from '../core/span.ts'
import type { AgentDocument, FrontmatterState } from '../document/agent-document.ts'
import type { ExceededLimit } from '../document/body-complexity.ts'
import type { FenceTrouble } from '../document/fence-trouble.ts'
import type { FenceRepair } from '../document/repair-fence.ts'
import type { YamlRepair } from '../document/repair-yaml.ts'
import type { AgentFacts } from '../facts/agent-facts.ts'
import type { Host } from '../hosts/host-registry.ts'
import type { LoadVerdict } from '../hosts/verdict.ts'

/** Another host that reads the same folder. */
export interface Reader {
  readonly host: Host
  /** Worked out when it is asked for. */
  readonly verdict: LoadVerdict
  /** How its dialect read the frontmatter. */
  readonly state: FrontmatterState
}

/** One file, as a rule sees it: read in the dialect of its folder's own host, with what that host does with it. */
export interface AgentView {
  readonly document: AgentDocument
  readonly host: Host
  readonly verdict: LoadVerdict
  readonly facts: AgentFacts
  /** Agents of the same folder, this one left out. */
  readonly siblings: number
  /** Is the file called README, CHANGELOG or the like? */
  readonly hasDocumentName: boolean
  /** The file's first line: the place for what concerns it as a whole. */
  readonly head: Span
  readonly fenceTrouble: FenceTrouble | undefined
  /** What would set it right. */
  readonly fenceRepair: FenceRepair | undefined
  /** What would make YAML of frontmatter that is none. */
  readonly yamlRepair: YamlRepair | undefined
  /** Keys that no reader of the folder knows. */
  readonly unknownKeys: readonly UnknownKey[]
  readonly exceededLimit: ExceededLimit | undefined
  /** The other hosts that read this folder. Read only when asked for: it costs a second reading. */
  readonly readers: () => readonly Reader[]
  /** Those of them that call a folder of this kind their own as well. */
  readonly coOwners: () => readonly Reader[]
  /** Names of models that the user declares to exist. */
  readonly knownModels: readonly string[]
}

export interface UnknownKey {
  readonly key: string
  readonly span: Span
  /** The known key that it may be meant for. */
  readonly meant: string | undefined
}
