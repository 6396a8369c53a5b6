import type { Database } from '../../src/database/database.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'

describe.each(ENGINES)('a statement that fails outside a transaction (%s)', (engine) => {
  let database: Database
  beforeAll(async () => {
    database = await freshDatabase(engine)
    await database.query('create table once (name text primary key)')
    await database.query(`insert into once values ('taken')`)
  })
  afterAll(() => database.close())

  test('leaves the database usable for the statements that wait behind it and after it', async () => {
    const taken = () => database.query(`insert into once values ('taken')`)
    const outcomes = await Promise.allSettled([
      taken(),
      database.query('select 1'),
      database.transaction((client) => client.query('select 3')),
      taken(),
      database.query('select 2'),
    ])
    expect(outcomes.map((o) => o.status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect((await database.query('select name from once')).rows).toEqual([{ name: 'taken' }])
  })
})
