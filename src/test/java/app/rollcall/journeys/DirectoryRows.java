package app.rollcall.journeys;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** What the directory's rows look like in a browser, told apart by the learner's number. */
final class DirectoryRows {

    /** A grid keeps its cells apart from its rows; this brings them together again, and keeps a diary of one row. */
    private static final String SCRIPT = """
            window.rollcall = (() => {
              const grid = () => document.querySelector('#learners');
              const rowOf = (mark) => mark.closest('vaadin-grid-cell-content').assignedSlot?.closest('tr');
              const content = (cell) => cell.querySelector('slot')?.assignedElements()[0];
              const marks = () => [...(grid()?.querySelectorAll('[data-learner]') ?? [])]
                .filter((mark) => rowOf(mark) && !rowOf(mark).matches('[hidden], [loading], [aria-busy]'));
              const look = (id) => {
                const mark = marks().find((each) => each.dataset.learner === id);
                if (!mark) {
                  return null;
                }
                const cells = [...rowOf(mark).children];
                const find = (selector) => cells.map((cell) => content(cell)?.querySelector(selector)).find(Boolean);
                return {
                  status: ['active', 'paused'].find((name) => find('.st')?.classList.contains(name)) ?? 'other',
                  glow: cells.some((cell) => cell.part.contains('glow')),
                  muted: cells.some((cell) => cell.part.contains('muted')),
                  face: find('.st ~ .av')?.getAttribute('aria-label') ?? '',
                };
              };
              const inSight = (status) => {
                const box = grid().getBoundingClientRect();
                return marks().filter((mark) => {
                  const row = rowOf(mark).getBoundingClientRect();
                  return row.top > box.top + 120 && row.bottom < box.bottom - 60 && look(mark.dataset.learner)?.status === status;
                }).map((mark) => mark.dataset.learner);
              };
              const diary = [];
              const watch = (id) => {
                diary.length = 0;
                setInterval(() => {
                  const now = JSON.stringify(look(id));
                  if (diary.at(-1)?.look !== now) {
                    diary.push({ at: Date.now(), look: now });
                  }
                }, 10);
              };
              const entries = () => diary.map((entry) => ({ at: entry.at, ...JSON.parse(entry.look) }));
              const first = (status) => entries().find((entry) => entry.status === status)?.at ?? 0;
              const email = (id) => [...rowOf(marks().find((mark) => mark.dataset.learner === id)).children]
                .map((cell) => content(cell)?.querySelector('.t2[title*="@"]')?.title).find(Boolean);
              const glows = () => entries().filter((entry, i, all) => entry.glow && !all[i - 1]?.glow).length;
              return { look, inSight, watch, entries, first, email, glows };
            })();
            addEventListener('click', (event) => {
              if (event.composedPath().some((at) => at.matches?.('[slot=confirm-button], #unpause'))) {
                window.rollcallClicked = Date.now();
              }
            }, true);
            """;

    private final Page page;

    private DirectoryRows(Page page) {
        this.page = page;
    }

    /** Of a page that shows the directory; to be made again after the page was loaded anew. */
    static DirectoryRows of(Page page) {
        page.evaluate(SCRIPT);
        return new DirectoryRows(page);
    }

    /** A learner with this status ("active", "paused") whose row is well inside what can be seen. */
    String inSight(String status) {
        return (String) page.waitForFunction("status => window.rollcall.inSight(status)[0]", status)
                .jsonValue();
    }

    /** So many of them, each by its number. */
    List<?> inSight(String status, int count) {
        return (List<?>) page.waitForFunction(
                        "([status, count]) => { const all = window.rollcall.inSight(status);"
                                + " return all.length >= count && all.slice(0, count); }",
                        List.of(status, count))
                .jsonValue();
    }

    /** The address in the row. */
    String email(String learner) {
        return (String) page.evaluate("learner => window.rollcall.email(learner)", learner);
    }

    /** Begins the diary of a row. */
    void watch(String learner) {
        page.evaluate("learner => window.rollcall.watch(learner)", learner);
    }

    /** Waits until the row looks so: any of status, glow, muted, face. */
    void await(String learner, Map<String, Object> expected) {
        page.waitForFunction(
                "([learner, expected]) => { const look = window.rollcall.look(learner);"
                        + " return look && Object.entries(expected).every(([name, value]) => look[name] === value); }",
                List.of(learner, expected));
    }

    /** How often the row began to glow since it is watched. */
    int glows() {
        return ((Number) page.evaluate("() => window.rollcall.glows()")).intValue();
    }

    /** When the watched row first had this status, in milliseconds of the computer's clock. */
    long firstSeen(String status) {
        return ((Number) page.waitForFunction("status => window.rollcall.first(status)", status)
                        .jsonValue())
                .longValue();
    }

    /** When the command was given in this browser, in milliseconds of the computer's clock. */
    long clicked() {
        return ((Number) page.evaluate("() => window.rollcallClicked")).longValue();
    }

    /** Chooses an item of a row's menu. */
    void choose(String learner, String item) {
        openMenu(learner);
        page.locator("#" + item).click();
    }

    void openMenu(String learner) {
        page.locator("[data-menu-of='" + learner + "']").click();
    }

    /** Pauses, and answers the question. */
    void pause(String learner) {
        choose(learner, "pause");
        page.locator("#pause-dialog > vaadin-button[slot=confirm-button]").click();
    }

    long scrolled() {
        return ((Number) page.evaluate("() => document.querySelector('#learners').$.table.scrollTop")).longValue();
    }
}
