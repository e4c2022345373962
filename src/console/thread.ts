import { firstSeq, lastSeq, seqOf, trim } from './by-seq.ts'
import { showMarks } from './delivery.ts'
import { htmx } from './htmx.ts'
import type { PageFacts } from './page.ts'
import { newMessagesPill } from './pill.ts'
import { type Reading, startReading } from './reading.ts'
import { anchor, isAtEnd, nearEdge, toEnd } from './scroll.ts'
import type { Came } from './swaps.ts'

/**
 * One open thread: it stays at its end, or where the reader is; pages both ways; counts what came below the fold; marks what was read;
 * asks for what it missed. `data-earlier` and `data-later` on the log say that more exists beyond what is shown.
 */
export class OpenThread {
  readonly conversation: number
  private readonly scroller: HTMLElement
  private readonly reading: Reading
  private readonly pill = newMessagesPill()
  private readonly over = new AbortController()
  private readonly grown = new ResizeObserver(() => this.settle())
  private pinned = true
  private isAsking = false
  private putBack: (() => void) | null = null

  constructor(
    page: PageFacts,
    readonly log: HTMLElement
  ) {
    this.conversation = Number(log.dataset.log)
    this.scroller = log.closest<HTMLElement>('[data-thread]') ?? log
    this.reading = startReading(page, this.scroller, log)
    const { signal } = this.over
    this.scroller.addEventListener('scroll', () => this.scrolled(), { passive: true, signal })
    log.addEventListener('kefu:coming', () => this.coming(), { signal })
    log.addEventListener('kefu:came', (event) => this.came((event as CustomEvent<Came>).detail), { signal })
    for (const part of [this.scroller, ...this.scroller.children]) this.grown.observe(part)
    this.begin()
  }

  close(): void {
    this.over.abort()
    this.grown.disconnect()
    this.reading.stop()
  }

  toEnd(): void {
    this.pinned = true
    this.pill.clear()
    if (this.log.hasAttribute('data-later')) void this.ask('')
    this.settle()
  }

  /** What came while nobody told us. A thread whose end is not shown is not asked: it would have a gap. */
  catchUp(): void {
    void this.ask(`?after=${this.log.hasAttribute('data-later') ? this.lastKnown() : lastSeq(this.log)}`)
  }

  /** The feet of our messages, by the marks that stand beside the log. */
  remark(): void {
    const marks = this.marks()
    if (marks) showMarks(this.log, marks)
  }

  /** At the first unread one if it is not in view anyway, else at the end. */
  private begin(): void {
    toEnd(this.scroller)
    const divider = this.log.querySelector('#unread')
    if (divider && divider.getBoundingClientRect().top < this.scroller.getBoundingClientRect().top) divider.scrollIntoView({ block: 'start' })
    this.pinned = isAtEnd(this.scroller)
    this.remark()
    this.reading.look()
  }

  private settle(): void {
    if (this.pinned) toEnd(this.scroller)
    this.reading.look()
  }

  private scrolled(): void {
    const { log, scroller } = this
    this.pinned = isAtEnd(scroller) && !log.hasAttribute('data-later')
    if (this.pinned) this.pill.clear()
    if (scroller.scrollTop < nearEdge && log.hasAttribute('data-earlier')) void this.ask(`?before=${firstSeq(log)}`)
    else if (this.isNearEnd() && log.hasAttribute('data-later')) void this.ask(`?after=${lastSeq(log)}&page=1`)
    this.reading.look()
  }

  private coming(): void {
    this.putBack = this.pinned ? null : anchor(this.scroller, this.log)
  }

  private came({ added, paging }: Came): void {
    this.cut(added, paging)
    this.putBack?.()
    if (!this.pinned && !paging) this.pill.add(added.filter((entry) => entry.classList.contains('msg-visitor')).length)
    if (!paging && added.some(followsGap)) this.catchUp()
    this.remark()
    this.settle()
  }

  /** Too much is taken away where the reader is not; then the edges say what exists beyond. */
  private cut(added: Element[], paging: boolean): void {
    const { log } = this
    const isOlder = paging && added.length > 0 && added[0] === log.firstElementChild
    if (isOlder && trim(log, 'end')) log.setAttribute('data-later', '')
    else if (this.pinned || paging) trim(log, 'start')
    log.toggleAttribute('data-earlier', firstSeq(log) > 1)
    if (paging && lastSeq(log) >= this.lastKnown()) log.removeAttribute('data-later')
  }

  /** One question at a time; the answer is partials for the log and what stands around it. */
  private async ask(query: string): Promise<void> {
    if (this.isAsking) return
    this.isAsking = true
    try {
      await htmx().ajax('GET', `/conversations/${this.conversation}/entries${query}`, { source: this.log, target: this.log, swap: 'none' })
    } finally {
      this.isAsking = false
    }
  }

  private isNearEnd(): boolean {
    return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < nearEdge
  }

  private lastKnown(): number {
    return Number(this.marks()?.dataset.last ?? 0)
  }

  private marks(): HTMLElement | null {
    return document.getElementById(`marks-${this.conversation}`)
  }
}

/** Numbers run without gaps: one that does not follow its neighbour came without what lies between. */
function followsGap(entry: Element): boolean {
  const seq = seqOf(entry)
  if (!Number.isInteger(seq)) return false
  let before = entry.previousElementSibling
  while (before && !Number.isInteger(seqOf(before))) before = before.previousElementSibling
  return before !== null && seqOf(before) < seq - 1
}
