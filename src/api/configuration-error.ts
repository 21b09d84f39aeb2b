import type { ConfigProblem } from '../config/config.ts'
import { indexLines, positionAt } from '../reporters/position.ts'

/** A mistake in the configuration; line and column from 1, the column in UTF-16 units. */
export interface ConfigurationProblem {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly message: string
  readonly help: string | undefined
}

/** The configuration cannot be used; all that is wrong with it, at once. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  readonly problems: readonly ConfigurationProblem[]

  constructor(problems: readonly ConfigProblem[]) {
    const described = problems.map(describe)
    super(described.map(({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`).join('\n'))
    this.problems = described
  }
}

const describe = ({ path, text, span, message, help }: ConfigProblem): ConfigurationProblem => ({
  path,
  ...positionAt(indexLines(text), span.start),
  message,
  help,
})
