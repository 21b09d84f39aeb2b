import type { Span } from '../core/span.ts'
import type { Entry } from '../core/value.ts'
import type { AgentDocument, FrontmatterState } from '../document/agent-document.ts'
import type { ExceededLimit } from '../document/body-complexity.ts'
import type { FenceTrouble } from '../document/fence-trouble.ts'
import type { FenceRepair } from '../document/repair-fence.ts'
import type { YamlRepair } from '../document/repair-yaml.ts'
import type { AgentFacts } from '../facts/agent-facts.ts'
import type { CommandOrder, ToolOrder } from '../facts/orders.ts'
import type { SharedOrder } from '../facts/shared-orders.ts'
import type { TextFacts } from '../facts/text-facts.ts'
import type { Host } from '../hosts/host-registry.ts'
import type { LoadVerdict } from '../hosts/verdict.ts'
import type { MisplacedRole } from '../hosts/violations.ts'
import type { NamedParts, NamedSkills, Presence } from './presence.ts'

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
  /** What is noticed in the text itself. */
  readonly text: TextFacts
  /** Skills that the frontmatter names. */
  readonly skills: () => NamedSkills
  /** MCP servers that the frontmatter names, by themselves or by their tools; as they stand in names of tools. */
  readonly mcpServers: () => NamedParts
  /** What can be told of a relative path that the file names. Nothing outside of the project is looked at. */
  readonly find: (target: string) => Presence
  /** Agents of the same folder, this one left out. */
  readonly siblings: number
  /** Is the file called README, CHANGELOG or the like? */
  readonly hasDocumentName: boolean
  /** Is it, by its name or folder, a file that agents share or are made from? */
  readonly isSharedDocument: boolean
  /** The file's first line: the place for what concerns it as a whole. */
  readonly head: Span
  /** Entries whose value is a text for people or models to read. */
  readonly proseEntries: readonly Entry[]
  readonly fenceTrouble: FenceTrouble | undefined
  /** What would set it right. */
  readonly fenceRepair: FenceRepair | undefined
  /** What would make YAML of frontmatter that is none. */
  readonly yamlRepair: YamlRepair | undefined
  /** Keys that no reader of the folder knows. */
  readonly unknownKeys: readonly UnknownKey[]
  /** Keys that grant or deny tools in files of another kind; no reader of the folder knows them. */
  readonly misplacedKeys: readonly MisplacedKey[]
  /** Does the folder belong to a package that brings agents along, by the host's own mark of one? */
  readonly isInPlugin: () => boolean
  readonly exceededLimit: ExceededLimit | undefined
  /** The other hosts that read this folder. Read only when asked for: it costs a second reading. */
  readonly readers: () => readonly Reader[]
  /** Could all of them be read? What one takes that could not is not known. */
  readonly knowsReaders: () => boolean
  /** Those of them that call a folder of this kind their own as well. */
  readonly coOwners: () => readonly Reader[]
  /** What the prompt orders: commands to run, and tools of the host to use. Read only when asked for. */
  readonly commandOrders: () => readonly CommandOrder[]
  readonly toolOrders: () => readonly ToolOrder[]
  /** Commands that touch the work of others, where the prompt orders them and the agent works beside others. */
  readonly sharedOrders: () => readonly SharedOrder[]
  /** Is there a tool in the list that may run commands, by its name, which the host itself does not know? */
  readonly mayHaveShell: boolean
  /** Names of models that the user declares to exist. */
  readonly knownModels: readonly string[]
}

export interface MisplacedKey {
  readonly key: string
  readonly span: Span
  /** What it would do elsewhere. */
  readonly role: MisplacedRole
}

export interface UnknownKey {
  readonly key: string
  readonly span: Span
  /** The known key that it may be meant for. */
  readonly meant: string | undefined
}
