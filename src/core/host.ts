import type { FieldCondition, PermissionVocabulary, ToolPatterns, UnavailableTools } from './tool-limits.ts'

/**
 * A host is a program that loads agent files. Everything this project knows of one is in `schemas/hosts/<id>/host.json`
 * (this type, checked against `schemas/host.schema.json`) and `agent.schema.json` beside it; no code names a host.
 */
export interface HostDescriptor {
  readonly id: string
  /** As people call it, in messages. */
  readonly name: string
  /** The release that the facts were observed on, and when. */
  readonly version: string
  readonly date: string
  /** Where each fact comes from. */
  readonly sources: readonly string[]
  readonly docs: string
  /** Path endings of the folders that are this host's own: `.claude/agents`. */
  readonly folders: readonly string[]
  /** Path endings of other hosts' folders that it reads as well. */
  readonly alsoReads: readonly string[]
  readonly files: FileSelection
  readonly document: DocumentDialect
  readonly identity: IdentityRule
  readonly description: DescriptionRule
  readonly tools: ToolVocabulary
  readonly models: ModelVocabulary
  readonly builtInAgents: readonly string[]
  /** Absent: it has no plugins that bring agents along, or nothing is known of them. */
  readonly plugins?: PluginRule
  /** JSON pointers to the fields that name other agents, `*` for each of a list; absent: there is none. */
  readonly handoffFields?: readonly string[]
  /** Skills that agents name; absent: its agents name none. */
  readonly skills?: SkillFolders
  /** MCP servers whose tools agents name; absent: nothing is known of where a project declares them. */
  readonly mcpServers?: McpServerFiles
  /** The key that, when true, keeps the host from choosing the agent by itself. */
  readonly manualKey?: string
  /** How an agent says what may be done without asking; absent: it cannot. */
  readonly permissions?: PermissionVocabulary
  /** Fields by which an agent works while others do: in a working tree of its own, or in theirs. */
  readonly besideOthers?: {
    readonly inOwnTree: readonly FieldCondition[]
    readonly inSharedTree: readonly FieldCondition[]
  }
}

export interface SkillFolders {
  readonly field: string
  /** Folders of the project with a folder for each skill. */
  readonly folders: readonly string[]
  readonly file: string
  /** Folders with files that answer to the same names. */
  readonly commandFolders: readonly string[]
  /** What it does about one that is not there, as the end of a sentence. */
  readonly missing: string
}

export interface McpServerFiles {
  readonly field: string
  readonly files: readonly { readonly path: string; readonly key: string }[]
  /** A regular expression whose first group is the server of a tool. */
  readonly tool: string
  /** Regular expressions of servers that no project declares. */
  readonly elsewhere: readonly string[]
  readonly missing: string
}

export interface FileSelection {
  /** Case-sensitive endings of the names it takes. */
  readonly endings: readonly string[]
  /** Exact names it never takes. */
  readonly never: readonly string[]
  /** Does it descend into folders below? */
  readonly recursive: boolean
}

/**
 * Where the frontmatter ends. `any-dashes`: at the first `---` after the opening line, wherever it stands.
 * `dash-line`: at a line of three dashes, and without one there is no frontmatter. `dash-line-or-end`: the same, but an
 * unclosed block reaches to the end of the file. `gray-matter`: as that library does, at the first line that starts
 * with three dashes, or at the end.
 */
export type FenceRule = 'any-dashes' | 'dash-line' | 'dash-line-or-end' | 'gray-matter'

export interface DocumentDialect {
  readonly fence: FenceRule
  readonly duplicateKeys: 'first-wins' | 'last-wins' | 'refuses'
  /** What it tries when the YAML does not parse. `quote-lines`: see `document/recovery`. */
  readonly recovery: 'quote-lines' | 'lines' | 'none'
  /** A file without frontmatter is … */
  readonly missingFrontmatter: 'document' | 'refused' | 'loaded'
  /** A file whose YAML cannot be read, recovery included, is … */
  readonly unreadableFrontmatter: 'refused' | 'loaded'
  /** Larger files are refused; absent: no limit is known. */
  readonly maxBytes?: number
  /** Absent: it is not known. */
  readonly byteOrderMark?: ByteOrderMarkRule
}

/** What a host does with a file that starts with a byte order mark. */
export interface ByteOrderMarkRule {
  readonly effect: Effect
  /** The release since which it does that, and what releases before did; absent: it has always been so. */
  readonly since?: string
  readonly before?: Effect
}

/** What the host calls an agent, and what happens when two have one name. */
export interface IdentityRule {
  readonly from: 'name' | 'file' | 'name-else-file'
  /** Endings that are cut from a file name to make a name, longest first. */
  readonly fileEndings: readonly string[]
  /** What the host does with two of one name, as the end of a sentence. */
  readonly duplicates: string
  /** What it does where a file has the name of an agent that it brings along, as the end of a sentence; absent: not known. */
  readonly shadowing?: string
}

/** Packages that bring agents along. */
export interface PluginRule {
  /** The file, beside the folder of agents, that makes a package of a folder. */
  readonly marker: string
  /** Keys that count in other agents and are not used in those of a plugin. */
  readonly ignoredKeys: readonly string[]
}

export interface DescriptionRule {
  /** Does the host turn a backslash and an `n` into a line break? */
  readonly literalNewlines: boolean
  /** What the descriptions of all agents together may cost; absent: no limit is known. */
  readonly budget?: DescriptionBudget
}

export interface DescriptionBudget {
  readonly tokens: number
  /** What the host does beyond that, as the end of a sentence. */
  readonly beyond: string
}

export interface ToolVocabulary {
  /** The key that lists what is granted, and the one that lists what is denied. */
  readonly field: string
  readonly denyField?: string
  /** How a text value is split into entries. */
  readonly separators: 'comma' | 'comma-or-blank'
  /** Does `Tool(specifier)` name the tool? */
  readonly specifiers: boolean
  readonly caseSensitive: boolean
  /** Entries that grant everything. */
  readonly wildcards: readonly string[]
  /** Each tool and what it can do, in words all hosts share (`execute`, `read`, `write`, `edit`, `find`, `search`, `fetch`, `delegate` …). */
  readonly names: Readonly<Record<string, ToolAbility>>
  /** Other spellings that still work. */
  readonly aliases: Readonly<Record<string, string>>
  readonly retired: Readonly<Record<string, RetiredTool>>
  /** Regular expressions for names that somebody else provides (MCP servers, extensions). */
  readonly provided: readonly string[]
  /** Forms that look provided but are not taken here: a regular expression and the reason. */
  readonly refused: readonly { readonly pattern: string; readonly why: string }[]
  /** An empty list or value means … */
  readonly empty: 'none' | 'all'
  /** No entry resolves: the agent … */
  readonly unresolved: 'does not start' | 'starts with no tool' | 'gets every tool'
  /** A name that does not resolve is … */
  readonly unknown: 'dropped'
  /** What a pattern in parentheses behind a name does here; absent: nothing is known of it. */
  readonly patterns?: ToolPatterns
  /** Tools that are listed in vain. */
  readonly unavailable?: readonly UnavailableTools[]
  /** Tools that are of use only beside one of these others. */
  readonly helpers?: Readonly<Record<string, readonly string[]>>
  /** Fields that add tools to a list. */
  readonly addedBy?: readonly { readonly where: FieldCondition; readonly tools: readonly string[] }[]
}

export type ToolAbility = string

export interface RetiredTool {
  /** Release or date; `""` where it is not known. */
  readonly since: string
  /** What took its place, most likely first; empty: nothing. */
  readonly instead: readonly string[]
}

export interface ModelVocabulary {
  /** `open`: any text may name a model, so none is unknown. */
  readonly known: 'closed' | 'open'
  readonly aliases: readonly string[]
  readonly ids: readonly string[]
  /** Regular expressions of further forms that it accepts. */
  readonly forms: readonly string[]
  /** What it does with any other text, as the end of a sentence. */
  readonly unknown: string
  /** Models that are gone, or will be. */
  readonly retired?: readonly RetiredModels[]
  /** The day on which that list was made. */
  readonly asOf?: string
}

export interface RetiredModels {
  readonly ids: readonly string[]
  /** The day. */
  readonly on: string
  /** What the host does with them from that day on, as the end of a sentence. */
  readonly then: string
  readonly instead: string
}

/**
 * What a host does when a value breaks its schema, written in `agent.schema.json` beside the keyword.
 * `refuses`: the file is not loaded. `document`: the file is silently taken for documentation. `drops`: the field is
 * lost. `ignores`: the value is not used, the default is. `drops-entry`: one item is lost. `tolerates`: nothing happens.
 */
export type Effect = 'refuses' | 'document' | 'drops' | 'ignores' | 'drops-entry' | 'tolerates'
