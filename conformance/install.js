import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env

/** The number of a package's newest release, or the one that is pinned where the registry does not say. */
export function newestOf({ package: name, version }) {
  const run = spawnSync('npm', ['view', name, 'version', '--loglevel=error'], { encoding: 'utf8', env })
  return run.status === 0 ? run.stdout.trim() : version
}

/**
 * Installs one release of a package into a folder of its own, without running any script of it or of what it needs.
 * Gives the package's folder, or why it could not be had.
 */
export function install(root, { package: name, version: release, platform = '' }) {
  const version = release + platform
  const folder = join(root, `${name.replaceAll(/[@/]/g, '_')}_${version}`)
  const program = join(folder, 'node_modules', name)
  if (existsSync(join(folder, 'done'))) return { ok: true, program }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--omit=dev', '--loglevel=error']
  const run = spawnSync('npm', ['install', ...flags, `${name}@${version}`], { cwd: folder, encoding: 'utf8', env })
  if (run.status !== 0) return { ok: false, why: (run.stderr ?? String(run.error)).trim().split('\n')[0] ?? '' }
  writeFileSync(join(folder, 'done'), '')
  return { ok: true, program }
}
