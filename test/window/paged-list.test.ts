import { describe, expect, it } from 'vitest'
import { err, ok, type Result } from '#shared/result.ts'
import type { AppError } from '#shared/errors.ts'
import { PageCache, pagesOf } from '#renderer/stores/page-cache.ts'
import { PagedList } from '#renderer/stores/paged-list.ts'

const settle = () => new Promise((resolve) => { setTimeout(resolve, 0) })
const rowsOfPage = (page: number, text = 'row') => Array.from({ length: 10 }, (_, step) => `${text} ${page * 10 + step}`)

/** A list whose pages arrive only when the test says so, as a busy ledger's do. */
function slowList() {
  const asked: { page: number; signal: AbortSignal; answer: (reply: Result<readonly string[], AppError>) => void }[] = []
  const errors: AppError[] = []
  const list = new PagedList<string>({
    pageRows: 10,
    fetchPage: (page, signal) => new Promise((answer) => { asked.push({ page, signal, answer }) }),
    onChange: () => {},
    onError: (error) => errors.push(error),
  })
  return { list, asked, errors }
}

describe('a paged list', () => {
  it('asks for each page once while it is on its way', () => {
    const { list, asked } = slowList()
    list.want(0, 15)
    list.want(3, 18)
    expect(asked.map(({ page }) => page)).toEqual([0, 1])
  })

  it('cancels what has left the screen and ignores its late answer', async () => {
    const { list, asked } = slowList()
    list.want(0, 5)
    list.want(5000, 5005)
    expect(asked[0]?.signal.aborted).toBe(true)
    asked[0]?.answer(ok(rowsOfPage(0)))
    asked[1]?.answer(ok(rowsOfPage(500)))
    await settle()
    expect(list.rowAt(0)).toBeUndefined()
    expect(list.rowAt(5003)).toBe('row 5003')
  })

  it('shows the old rows until the new ones are there', async () => {
    const { list, asked } = slowList()
    list.put(0, rowsOfPage(0))
    list.invalidate()
    list.want(0, 5)
    expect(list.rowAt(3)).toBe('row 3')
    asked[0]?.answer(ok(rowsOfPage(0, 'fresh')))
    await settle()
    expect(list.rowAt(3)).toBe('fresh 3')
  })

  it('reports a failed page and asks again when it is wanted again', async () => {
    const { list, asked, errors } = slowList()
    list.want(0, 5)
    asked[0]?.answer(err({ kind: 'locked' }))
    await settle()
    expect(errors).toEqual([{ kind: 'locked' }])
    list.want(0, 5)
    expect(asked).toHaveLength(2)
  })

  it('collects chosen rows across pages, using those at hand', async () => {
    const fetched: number[] = []
    const list = new PagedList<string>({
      pageRows: 10, onChange: () => {}, onError: () => {},
      fetchPage: (page) => { fetched.push(page); return Promise.resolve(ok(rowsOfPage(page))) },
    })
    list.put(0, rowsOfPage(0))
    const reply = await list.collect([{ first: 8, last: 11 }, { first: 25, last: 25 }], new AbortController().signal)
    expect(reply).toEqual(ok(['row 8', 'row 9', 'row 10', 'row 11', 'row 25']))
    expect(fetched).toEqual([1, 2])
  })
})

describe('a page cache', () => {
  it('forgets the page looked at longest ago and never holds more than its bound', () => {
    const cache = new PageCache<string>(10, 3)
    for (const page of [0, 1, 2]) cache.put(page, rowsOfPage(page))
    cache.touch(0)
    cache.put(3, rowsOfPage(3))
    expect(cache.size).toBe(3)
    expect(cache.rowAt(0)).toBe('row 0')
    expect(cache.rowAt(10)).toBeUndefined()
  })

  it('knows which pages a range of rows needs', () => {
    expect(pagesOf(95, 205, 100)).toEqual([0, 1, 2])
    expect(pagesOf(100, 199, 100)).toEqual([1])
  })
})
