/** Numbers from 0 up to 1 that look random and are the same ones for the same seed. */
export function generator(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const chance = (dice, share) => dice() < share
/** A whole number from `low` to `high`, both included. */
export const whole = (dice, low, high) => low + Math.floor(dice() * (high - low + 1))
export const choice = (dice, items) => items[whole(dice, 0, items.length - 1)]
/** None to `most` things, each made anew. */
export const some = (dice, most, make) => Array.from({ length: whole(dice, 0, most) }, make)
