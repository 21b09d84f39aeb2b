import type { HostChange } from './host-change.ts'
import type { McpServerFiles, PluginRule, SkillFolders } from './host-surroundings.ts'
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
  /** The key that, when true, keeps the agent out. */
  readonly disableKey?: string
  /** What was otherwise in releases before; absent: nothing is known of them. */
  readonly changes?: readonly HostChange[]
}

export interface FileSelection {
  /** Case-sensitive endings of the names it takes. */
  readonly endings: readonly string[]
  /** Exact names it never takes. */
  readonly never: readonly string[]
  /** Regular expressions for further names that it passes over. */
  readonly skips?: readonly string[]
  /** Does it descend into folders below? */
  readonly recursive: boolean
}

/**
 * Where the frontmatter ends. `any-dashes`: at the first `---` after the opening line, wherever it stands.
 * `dash-line`: at a line of three dashes, and without one there is no frontmatter. `dash-line-or-end`: the same, but an
 * unclosed block reaches to the end of the file. `gray-matter`: as that library does, at the first line that starts
 * with three dashes, or at the end. `bare-dashes`: between a first line that is exactly three dashes, no byte order mark
 * before it, and the next line but one, or later, that starts with three. `whole-lines`: between two lines that are
 * exactly three dashes, with at least one line between them and a line break behind the second. `whole-file`: there are
 * none, all of the file is data.
 */
export type FenceRule =
  | 'any-dashes'
  | 'dash-line'
  | 'dash-line-or-end'
  | 'gray-matter'
  | 'bare-dashes'
  | 'whole-lines'
  | 'whole-file'

/**
 * Whose YAML it is. `yaml`: as the specification has it. `js-yaml-3` and `js-yaml-4`: as that library reads it, whose
 * idea of indentation, tags, dates and numbers differs; 3 is the one that gray-matter brings along. `libyaml`: as that
 * library and its descendants do, see `document/libyaml`. `bun`: as the runtime of that name does, see
 * `document/bun-yaml`. `toml`: it is TOML.
 */
export type YamlParser = 'yaml' | 'libyaml' | 'bun' | 'js-yaml-3' | 'js-yaml-4' | 'toml'

export interface DocumentDialect {
  readonly fence: FenceRule
  /** Absent: `yaml`. */
  readonly parser?: YamlParser
  readonly duplicateKeys: 'first-wins' | 'last-wins' | 'refuses'
  /**
   * What it tries when the YAML does not parse. `quote-lines`: see `document/recovery`. `block-values`: see
   * `document/block-recovery`. `simple-lines`: see `document/simple-lines`.
   */
  readonly recovery: 'quote-lines' | 'block-values' | 'simple-lines' | 'lines' | 'none'
  /** A file without frontmatter is … */
  readonly missingFrontmatter: 'document' | 'refused' | 'loaded'
  /** A file whose YAML cannot be read, recovery included, is … */
  readonly unreadableFrontmatter: 'refused' | 'loaded'
  /** Does a key without a value count as absent? */
  readonly dropsNothing?: boolean
  /** Keys that count all the same. */
  readonly keepsNothing?: readonly string[]
  /** Of a file that is all data: the key whose value is the prompt. */
  readonly promptField?: string
  /** A prompt of fewer characters, blanks around it left away, keeps the file from loading. */
  readonly minPrompt?: number
  /** Frontmatter that is YAML but no mapping; `passed-over`: the file is loaded without it. Absent: refused. */
  readonly otherRoots?: 'refused' | 'passed-over'
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
  /** `name-else-path`: without a name, the path below the host's folder. */
  readonly from: 'name' | 'file' | 'name-else-file' | 'name-else-path'
  /** What a file does to a built-in agent of its name; `merged`: it changes that one and is none of its own. Absent: replaced. */
  readonly builtIns?: 'replaced' | 'merged'
  /** Endings that are cut from a file name to make a name, longest first. */
  readonly fileEndings: readonly string[]
  /** What the host does with two of one name, as the end of a sentence. */
  readonly duplicates: string
  /** What it does where a file has the name of an agent that it brings along, as the end of a sentence; absent: not known. */
  readonly shadowing?: string
}

export interface DescriptionRule {
  /** Does the host turn a backslash and an `n` into a line break? */
  readonly literalNewlines: boolean
  /** What the descriptions of all agents together may cost; absent: no limit is known. */
  readonly budget?: DescriptionBudget
  /** Is a value that is no text, the model's too, taken for the text it makes? Absent: it is none. */
  readonly anyValue?: boolean
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
  /** Are blanks around an item of a list left away? Absent: they are. */
  readonly trimsItems?: boolean
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
  /** What a pattern in parentheses behind a name does here; absent: nothing is known of it. */
  readonly patterns?: ToolPatterns
  /** Tools that are listed in vain. */
  readonly unavailable?: readonly UnavailableTools[]
  /** Tools that are of use only beside one of these others. */
  readonly helpers?: Readonly<Record<string, readonly string[]>>
  /** Fields that add tools to a list. */
  readonly addedBy?: readonly { readonly where: FieldCondition; readonly tools: readonly string[] }[]
  /** A name that does not resolve is dropped, or keeps the whole file from loading. */
  readonly unknown: 'dropped' | 'refuses'
  /** `switches`: the key holds a mapping of patterns for names to true or false, and the last one that fits decides. Absent: a list. */
  readonly syntax?: 'list' | 'switches'
  /** A key that holds the same with `allow`, `ask` and `deny`, and is read after it. */
  readonly permissionField?: string
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
 * lost. `ignores`: the value is not used, the default is. `drops-entry`: one item is lost. `drops-all`: every field is,
 * and the file is loaded with defaults. `passes-on`: it is sent to the model provider. `tolerates`: nothing happens.
 */
export type Effect =
  | 'refuses'
  | 'document'
  | 'drops'
  | 'ignores'
  | 'drops-entry'
  | 'drops-all'
  | 'passes-on'
  | 'tolerates'
