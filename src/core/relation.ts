/** What one agent does with another: passes on what is not its own, has a part of its work done, or only names it. */
export type Relation = 'escalates' | 'delegates' | 'mentions'
