import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { write } from './compare.js'
import { newFolder } from './run-program.js'

const concurrency = 4

/** What the program does with each case: in batches, then alone where `isDoubtful` says so. */
export async function askAll(host, program, root, cases, { ours, isDoubtful }) {
  const verdicts = new Map()
  const own = await askBatch(host, program, root, [], new Set())
  const ask = async (batch) => {
    for (const [id, verdict] of await askBatch(host, program, root, batch, own)) verdicts.set(id, verdict)
  }
  await inTurns(batches(host, cases, ours), ask)
  const doubtful = cases.filter((one) => verdicts.get(one.id)?.isUnsure || isDoubtful(one, verdicts.get(one.id)))
  await inTurns(doubtful, (one) => ask([one]))
  return verdicts
}

async function inTurns(items, work) {
  const waiting = [...items]
  const turn = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: concurrency }, turn))
}

/** No two of a batch may have one name, and those of hosts that read no folders below no one file name. */
function batches(host, cases, ours) {
  const full = []
  const open = []
  for (const one of cases) {
    const name = ours.get(one.id)?.name ?? one.file
    let batch = open.find(({ names }) => !names.has(name))
    if (batch === undefined) {
      batch = { names: new Set(), cases: [] }
      open.push(batch)
      full.push(batch)
    }
    batch.names.add(name)
    batch.cases.push(one)
    if (batch.cases.length >= host.batch) open.splice(open.indexOf(batch), 1)
  }
  return full.map((batch) => batch.cases)
}

/** The verdict of each case; of none, what the program lists without any file. */
async function askBatch(host, program, root, cases, own) {
  const workspace = newFolder(root, host.id)
  const home = join(workspace, '.home')
  const empty = join(workspace, '.empty')
  mkdirSync(home, { recursive: true })
  mkdirSync(empty, { recursive: true })
  const folders = new Map()
  for (const { id, file, text } of cases) {
    const folder = host.ownWorkspace ? join(workspace, id, host.folder) : join(workspace, host.folder)
    folders.set(id, folder)
    write(host.ownWorkspace ? join(folder, file) : join(folder, id, file), text)
  }
  const answer = await host.ask({ program, workspace, home, empty, folders, cases })
  if (cases.length === 0) return new Set(answer.listed?.map(({ name, description }) => `${name}\n${description}`))
  if (answer.verdicts !== undefined) return answer.verdicts
  if (answer.listed !== undefined) {
    const added = answer.listed.filter(({ name, description }) => !own.has(`${name}\n${description}`))
    return byMarker(cases, added)
  }
  return answer.refused === undefined ? new Map() : byRefusal(cases, answer)
}

/** A list of agents, each of which tells by its name or description which case it is; whatever is listed beside one alone is it. */
function byMarker(cases, listed) {
  const left = new Set(listed)
  const verdicts = new Map()
  for (const { id, expected } of cases) {
    const fits = ({ name, description }) =>
      cases.length === 1 || name === expected || String(name).includes(id) || String(description).includes(id)
    const found = listed.find(fits)
    left.delete(found)
    verdicts.set(id, found === undefined ? { loads: false, why: 'it is not listed' } : { loads: true, ...found })
  }
  if (left.size > 0) for (const verdict of verdicts.values()) verdict.isUnsure = !verdict.loads
  return verdicts
}

/** Reasons by path: what is not refused is loaded, as a file that is asked for alone shows by what is `available`. */
const byRefusal = (cases, { refused, available }) =>
  new Map(
    cases.map(({ id, file }) => {
      const why = refused.get(`${id}/${file}`)
      const isListed = cases.length > 1 || available.size > 0
      return [id, isListed && why === undefined ? { loads: true } : { loads: false, why: why ?? 'it is not listed' }]
    }),
  )
