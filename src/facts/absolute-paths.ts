import { lazy } from '../core/lazy.ts'
import { type Span, span } from '../core/span.ts'
import { accountNames } from './built-in-data.ts'

/** A path in the home folder of one person; the first of each account. */
export interface PersonalPath {
  readonly written: string
  readonly account: string
  readonly span: Span
  /** How many paths there are of that account. */
  readonly count: number
}

const mostAccounts = 20
/** No path that is shown is longer, in UTF-16 units. */
const longestPath = 200

/** A home folder: the account is the first group. After `/home/` more must follow, or it may be a page of a site. */
const home =
  /(?<![\w.~:/\\-])(?:\/Users\/([\w.-]+)|\/home\/([\w.-]+)(?=\/)|[A-Za-z]:[\\/]{1,2}Users[\\/]{1,2}([\w.-]+))/g

const ordinary = lazy(() => {
  const { examples, everywhere } = accountNames()
  return new Set([...examples, ...everywhere].map((name) => name.toLowerCase()))
})

/** The paths of somebody's machine in a text, but for accounts that are examples or the same everywhere. Linear. */
export function findPersonalPaths(text: string): PersonalPath[] {
  if (!text.includes('Users') && !text.includes('/home/')) return []
  const found = new Map<string, PersonalPath>()
  for (const match of text.matchAll(home)) {
    const account = (match[1] ?? match[2] ?? match[3] ?? '').replace(/\.+$/, '')
    if (account === '' || isOrdinary(account)) continue
    const before = found.get(account)
    if (before === undefined && found.size === mostAccounts) break
    const at = before?.span ?? span(match.index, pathEnd(text, match.index))
    found.set(account, { written: text.slice(at.start, at.end), account, span: at, count: (before?.count ?? 0) + 1 })
  }
  return [...found.values()]
}

const isOrdinary = (account: string): boolean =>
  ordinary().has(account.toLowerCase()) || /^[._-]|^x+$|^\d+$/i.test(account)

function pathEnd(text: string, start: number): number {
  const rest = text.slice(start, start + longestPath)
  const path = /^[^\s`"'<>|()[\]{},;*]+/.exec(rest)?.[0] ?? ''
  return start + path.replace(/[.:!?]+$/, '').length
}
