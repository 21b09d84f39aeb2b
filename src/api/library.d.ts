/** The version of agent-lint. */
export declare const version: string

/** Ids of the hosts that it knows, such as `claude-code`. */
export declare const hostIds: readonly string[]

/** Ids of its rules. */
export declare const ruleIds: readonly string[]

/** What `formatReport` takes. */
export declare const formatNames: readonly Format[]

export type Format =
  | 'pretty'
  | 'compact'
  | 'agent'
  | 'markdown'
  | 'json'
  | 'jsonl'
  | 'sarif'
  | 'github'
  | 'gitlab'
  | 'junit'
  | 'checkstyle'

/** `error`: the host refuses the file or loses a part of it. `warning`: surely not what was meant. `info`: advice. */
export type Severity = 'error' | 'warning' | 'info'

/** How sure it is that a finding is true. */
export type Confidence = 'high' | 'medium' | 'low'

/** What all functions that read agents take. */
export interface RunOptions {
  /** Where relative paths start; paths of the result are relative to it. Default: the current directory. */
  readonly cwd?: string
  /** The host of all folders, by its id. Default: as the configuration or the folder says. */
  readonly host?: string
  /** A configuration file, or what would stand in one, or `false` for none. Default: the one that is found. */
  readonly config?: string | false | { readonly [key: string]: unknown }
}

export interface LintOptions extends RunOptions {
  /** Folders, files (findings about them only) or globs. None: the agent folders of known hosts, else `./agents`. */
  readonly paths?: readonly string[]
}

export interface LintTextOptions extends RunOptions {
  /** Where the text would stand: the agents beside it are read too. */
  readonly path: string
}

/** A part of a file, as half-open UTF-16 offsets: the indexes of a JavaScript string. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Line and column, both from 1; the column in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where something starts, and where it has ended. */
export interface Range {
  readonly start: Position
  readonly end: Position
}

/** A place in a file; `path` is relative to `cwd`, with `/`. */
export interface Location {
  readonly path: string
  readonly span: Span
  readonly range: Range
}

/** Another place that belongs to a finding, and what it has to do with it. */
export interface RelatedLocation extends Location {
  readonly message: string
}

/** A replacement in the original text of one file. */
export interface Edit {
  readonly path: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** `safe` leaves name, description, tools, model and prompt as the host sees them. */
export interface Fix {
  readonly title: string
  readonly applicability: 'safe' | 'unsafe'
  readonly edits: readonly Edit[]
}

/** One finding. */
export interface Diagnostic extends Location {
  /** The id of the rule. */
  readonly rule: string
  readonly severity: Severity
  readonly confidence: Confidence
  /** Which of the rule's messages it is. */
  readonly messageId: string
  readonly message: string
  /** What to do about it, where there is something to say. */
  readonly help: string | undefined
  /** What the message quotes. */
  readonly data: { readonly [key: string]: string | number | readonly string[] }
  readonly related: readonly RelatedLocation[]
  readonly fixes: readonly Fix[]
}

/** A finding that a comment or the baseline silences. */
export interface SuppressedDiagnostic extends Diagnostic {
  readonly suppressed: { readonly kind: 'inline' | 'baseline'; readonly reason: string | undefined }
}

/** One folder of agents and the host that loads it. */
export interface Fleet {
  readonly root: string
  readonly host: string
  readonly hostName: string
  readonly hostFrom: 'flag' | 'config' | 'path' | 'inferred'
  readonly agents: number
  readonly files: readonly string[]
}

export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

/** What a run has found. */
export interface Report {
  readonly version: string
  readonly fleets: readonly Fleet[]
  /** Sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[]
  /** Findings that are silenced; in no format but those that have a place for them. */
  readonly suppressed: readonly SuppressedDiagnostic[]
  readonly counts: Counts
  /** Files that were not read as agents, and why. */
  readonly passedOver: readonly { readonly path: string; readonly why: string }[]
  /** Files that could not be read; each has a finding too. */
  readonly unreadable: readonly string[]
  /** Paths that nothing matches. */
  readonly unmatched: readonly string[]
  /** The text of each file that a finding points into, by path. */
  readonly texts: ReadonlyMap<string, string>
  /** Credentials in those texts, by path: no format prints them. */
  readonly secrets: ReadonlyMap<string, readonly Span[]>
}

/** Lints the fleets that the paths mean. Throws for a configuration or a host that cannot be used, never for a file. */
export declare function lint(options?: LintOptions): Promise<Report>

/** Lints a text as if it stood at a path, with the fleet around it; gives the findings that it takes part in. */
export declare function lintText(text: string, options: LintTextOptions): Promise<Report>

export interface FormatOptions {
  /** What the report's paths are relative to. Default: the current directory. */
  readonly cwd?: string
  /** What paths for code hosts are relative to. Default: the top of the repository around `cwd`. */
  readonly workspace?: string
  readonly color?: boolean
  /** Columns to wrap in. Default: 80. */
  readonly width?: number
  /** Only errors, in formats for people. */
  readonly quiet?: boolean
  /** Advice too, in formats for people. */
  readonly info?: boolean
  /** What counts as failed, in formats that know only passed and failed. Default: `error`. */
  readonly failOn?: Severity | 'never'
}

/** A report in one of the formats of `--format`, as the command line would print it. */
export declare function formatReport(report: Report, format: Format, options?: FormatOptions): Promise<string>

export interface InspectOptions extends RunOptions {
  /** Folders, files or globs. None: the agent folders of known hosts, else `./agents`. */
  readonly paths?: readonly string[]
  /** Ask these hosts about every `.md` file; none: each folder's own host about its agents. */
  readonly hosts?: readonly string[]
}

/** What one host does with one file. */
export type Verdict =
  | {
      readonly loads: true
      readonly name: string | undefined
      readonly description: string | undefined
      readonly model: string | undefined
      readonly tools: readonly string[] | 'all' | 'none'
      /** Fields that the host drops. */
      readonly lost: readonly { readonly field: string; readonly why: string }[]
    }
  | { readonly loads: false; readonly why: readonly string[] }

/** Where a fact was read. */
export type Origin = 'frontmatter' | 'config' | 'section' | 'lead' | 'prose'

/** A path pattern that an agent says something about, at its line. */
export interface Claim extends Position {
  readonly pattern: string
  readonly stance: 'owns' | 'shares' | 'reads' | 'excludes'
  readonly exclusive: boolean
  readonly qualifier: string | undefined
  readonly owner: string | undefined
  readonly origin: Origin
  readonly confidence: Confidence
}

/** Work that an agent gives away, at its line. */
export interface Handoff extends Position {
  /** The agent's name where it is one of the fleet, else as written. */
  readonly to: string
  readonly written: string
  /** The agent's file. */
  readonly target: string | undefined
  readonly relation: 'escalates' | 'delegates' | 'mentions'
  readonly topic: string | undefined
  readonly exit: boolean
  readonly origin: Origin
  readonly confidence: Confidence
}

/** One file, what each host makes of it, and what it says. */
export interface InspectedAgent {
  readonly path: string
  readonly root: string
  readonly host: string
  readonly name: string
  /** By the id of the host. */
  readonly hosts: { readonly [host: string]: Verdict }
  readonly claims: readonly Claim[]
  readonly handoffs: readonly Handoff[]
}

export interface Inspection {
  readonly agents: readonly InspectedAgent[]
  readonly unmatched: readonly string[]
  /** What could not be read. */
  readonly failures: readonly { readonly path: string; readonly why: string }[]
}

/** Says what each host does with each file, and what each agent owns and hands over. Throws as `lint` does. */
export declare function inspect(options?: InspectOptions): Promise<Inspection>

/** A mistake in the configuration. */
export interface ConfigurationProblem extends Position {
  readonly path: string
  readonly message: string
  readonly help: string | undefined
}

/** The configuration cannot be used; all that is wrong with it, at once. */
export declare class ConfigurationError extends Error {
  private constructor(problems: never)
  readonly name: 'ConfigurationError'
  readonly problems: readonly ConfigurationProblem[]
}
