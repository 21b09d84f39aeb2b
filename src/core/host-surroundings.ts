/** Skills that agents name, and where a project has them. */
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

/** MCP servers whose tools agents name, and where a project declares them. */
export interface McpServerFiles {
  readonly field: string
  readonly files: readonly { readonly path: string; readonly key: string }[]
  /** A regular expression whose first group is the server of a tool. */
  readonly tool: string
  /** Regular expressions of servers that no project declares. */
  readonly elsewhere: readonly string[]
  readonly missing: string
}

/** Packages that bring agents along. */
export interface PluginRule {
  /** The file, beside the folder of agents, that makes a package of a folder. */
  readonly marker: string
  /** Keys that count in other agents and are not used in those of a plugin. */
  readonly ignoredKeys: readonly string[]
}
