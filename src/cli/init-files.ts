import { version } from '../composition.ts'
import { checkoutAction } from './checkout-action.ts'

export const configName = 'agent-lint.config.json'
export const hookName = '.pre-commit-config.yaml'
export const workflowName = '.github/workflows/agent-lint.yml'

/** What a project decided on. Paths are relative to the folder that the files go to. */
export interface Choice {
  readonly presets: readonly string[]
  /** The host of each folder that does not tell by its name. */
  readonly hosts: ReadonlyMap<string, string>
}

/** A configuration that says what was decided and nothing else. */
export function configText({ presets, hosts }: Choice): string {
  const config = {
    extends: presets.length === 1 ? presets[0] : presets,
    ...(hosts.size === 0 ? {} : { hosts: Object.fromEntries(hosts) }),
    rules: {},
  }
  return `${JSON.stringify(config, null, 2)}\n`
}

/**
 * A hook that lints the whole fleet: findings depend on all agents together, and a deletion has no file to pass. It is
 * installed with the hook, so that it needs no package of the project. `isStrict` as in the workflow: what passes a commit
 * is to pass there.
 */
export const hookText = (paths: readonly string[], isStrict: boolean): string => `repos:
${hookEntry(paths, isStrict)}`

/** The same for a file that has hooks already. */
export const hookEntry = (paths: readonly string[], isStrict: boolean): string => `  - repo: local
    hooks:
      - id: agent-lint
        name: agent-lint
        entry: agent-lint${flagsAndPaths(paths, isStrict)}
        language: node
        additional_dependencies: ["agent-lint@${version}"]
        pass_filenames: false
        always_run: true
        require_serial: true
`

/** A workflow that may read the repository and nothing else. `isStrict`: any warning fails it too. */
export const workflowText = (paths: readonly string[], isStrict: boolean): string => `name: agent-lint
on:
  pull_request:
  push:
    branches: [main, master]
permissions:
  contents: read
jobs:
  agent-lint:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: ${checkoutAction}
        with:
          persist-credentials: false
      - run: npx --yes agent-lint@${version} --format github${flagsAndPaths(paths, isStrict)}
`

const flagsAndPaths = (paths: readonly string[], isStrict: boolean): string =>
  [...(isStrict ? ['--max-warnings 0'] : []), ...paths].map((word) => ` ${word}`).join('')

/** Paths that mean the same to a shell, to YAML and to us; only those are written into files that are run. */
export const isPlainPath = (path: string): boolean => /^[\w.][\w./-]*$/.test(path)
