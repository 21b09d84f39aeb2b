import { cancel, confirm, intro, select } from '@clack/prompts'

/** Can questions be asked? Both ends have to be a terminal, and one with a width: what runs hooks has none. */
export function canAsk(): boolean {
  const { stdin, stdout } = process
  return stdin.isTTY === true && stdout.isTTY === true && stdout.columns > 0
}

/** Thrown where the user breaks off. */
export class Cancelled extends Error {}

export const begin = (title: string): void => intro(title)

/** Yes or no; yes is proposed. */
export async function askYes(message: string): Promise<boolean> {
  return taken<boolean>(await confirm({ message, initialValue: true }))
}

/** One of several, the first of which is proposed. */
export async function askOne(message: string, choices: readonly Choice[]): Promise<string> {
  return taken<string>(
    await select({ message, options: choices.map(({ value, hint }) => ({ value, label: value, hint })) }),
  )
}

export interface Choice {
  readonly value: string
  readonly hint: string
}

/** Breaking off is the one answer that is a symbol. */
function taken<T extends string | boolean>(answer: T | symbol): T {
  if (typeof answer !== 'symbol') return answer
  cancel('nothing is written')
  throw new Cancelled()
}
