package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("What the table of learners costs a browser")
class TableIT {

    private static final String WRITTEN = """
            () => {
              const write = CSSStyleSheet.prototype.replaceSync;
              window.written = 0;
              CSSStyleSheet.prototype.replaceSync = function (text) {
                window.written++;
                return write.call(this, text);
              };
            }""";

    /** Counts how often a row begins or ends to be shown as one that is yet to come. */
    private static final String BLANKS = """
            () => {
              window.blanks = 0;
              new MutationObserver((all) => { window.blanks += all.length; })
                .observe(document.querySelector('#learners').$.items, { subtree: true, attributes: true, attributeFilter: ['loading', 'aria-busy'] });
            }""";

    /** What of a row's style its cells have too, of all that is not handed down to everything. */
    private static final String TAKEN = """
            () => {
              const row = document.querySelector('#learners')._getRenderedRows()[0];
              const taken = new Set();
              for (const [name, value] of Object.entries({
                'vertical-align': 'sub', 'background-color': 'rgb(1, 2, 3)', 'border-top-color': 'rgb(1, 2, 3)', 'border-top-left-radius': '3px',
                'text-overflow': 'ellipsis', 'unicode-bidi': 'embed', 'opacity': '0.9', 'transform': 'matrix(1, 0, 0, 1, 0, 1)' })) {
                row.style.setProperty(name, value, 'important');
                if ([...row.children].some((cell) => getComputedStyle(cell).getPropertyValue(name) === value)) {
                  taken.add(name);
                }
                row.style.removeProperty(name);
              }
              return [...taken];
            }""";

    /** What changes in rows that are drawn again although nothing of theirs did. */
    private static final String DRAWN_AGAIN = """
            () => {
              const table = document.querySelector('#learners');
              const seen = new MutationObserver(() => {});
              seen.observe(table.$.items, { subtree: true, attributes: true, attributeFilter: ['part', 'class', 'loading', 'aria-selected'] });
              table.__updateVisibleRows();
              const parity = table._getRenderedRows().filter((row) => row.index > 0 && row.matches('.odd-row, .even-row'));
              return [...seen.takeRecords().map(({ target, attributeName }) => `${target.localName} ${attributeName}`),
                ...parity.map((row) => `row ${row.index} tells whether it is odd`)];
            }""";

    /** What is to be seen and pressed of a row at the moment its learner is another one. */
    private static final String JUMPED = """
            () => {
              const table = document.querySelector('#learners');
              table.scrollToIndex(300);
              const row = table._getRenderedRows().find(({ index, children: [cell] }) => index > 301
                && cell.querySelector('slot').assignedElements()[0].querySelector('a'));
              const { left, top, height } = row.getBoundingClientRect();
              const at = table.shadowRoot.elementFromPoint(left + 150, top + height / 2);
              const link = row.children[0].querySelector('slot').assignedElements()[0].querySelector('a');
              link.click();
              return [row.ariaBusy === 'true' ? 'waits' : 'is there', row.contains(at) ? 'in reach' : 'out of reach', location.pathname];
            }""";

    /**
     * How rows wait where somebody is, where nobody is, and where somebody comes; which of them can be pressed; and whether all look
     * as before when they are there.
     */
    private static final String FOCUSED = """
            () => {
              const table = document.querySelector('#learners');
              const rows = table._getRenderedRows();
              const parts = ({ part }) => [...part].filter((name) => name !== 'focused-cell').sort();
              const looks = () => JSON.stringify(rows.map((row) => [...row.children].map(parts)));
              const how = (row) => row.ariaBusy === 'true' ? 'covered' : row.hasAttribute('loading') ? 'empty' : 'there';
              const press = (row) => {
                const content = row.children[0].querySelector('slot').assignedElements()[0];
                let pressed = 'not pressed';
                content.addEventListener('click', (event) => { pressed = 'pressed'; event.stopPropagation(); }, { once: true });
                content.click();
                return pressed;
              };
              const before = looks();
              rows[2].children[0].focus();
              [rows[2], rows[4]].forEach((row) => table.__updateRowLoading(row, true));
              const told = [how(rows[2]), how(rows[4]), how(rows[6]), press(rows[2]), press(rows[4])];
              table.parentElement.ariaBusy = 'true';
              told.push(press(rows[6]));
              table.parentElement.ariaBusy = null;
              rows[4].children[0].focus();
              told.push(how(rows[4]));
              table.__updateVisibleRows();
              return [...told, how(rows[2]), how(rows[4]), looks() === before ? 'as before' : 'otherwise'];
            }""";

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    @Order(2)
    static final OneApp APP = new OneApp();

    @Test
    @DisplayName(
            "OM-06 a list that gets longer and shorter writes no style sheet, which would cost the page all it knows of styles")
    void writes_no_style_sheet() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        assertThat(mira.locator("#content .count").first()).not().hasText("");
        mira.evaluate(WRITTEN);

        for (String search : new String[] {"gabriela", "an", "el"}) {
            String before = mira.locator("#content .count").first().textContent();
            mira.locator("#search input").fill(search);
            assertThat(mira.locator("#content .count").first()).not().hasText(before);
        }
        mira.evaluate(
                "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))");

        assertThat(mira.evaluate("() => window.written")).isEqualTo(0);
        assertThat(mira.evaluate("() => document.querySelector('#learners').clientHeight > 0"))
                .isEqualTo(true);
    }

    @Test
    @DisplayName("OM-06 what a search finds takes the place of what was there, with no blank rows between")
    void draws_no_blank_rows() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        assertThat(mira.locator("#content .count").first()).not().hasText("");
        mira.evaluate(BLANKS);

        for (String search : new String[] {"el", "an"}) {
            String before = mira.locator("#content .count").first().textContent();
            mira.locator("#search input").fill(search);
            assertThat(mira.locator("#content .count").first()).not().hasText(before);
        }
        assertThat(mira.evaluate("() => window.blanks")).isEqualTo(0);

        mira.evaluate("() => document.querySelector('#learners').scrollToIndex(200)");
        mira.waitForFunction("() => window.blanks > 0");
        mira.waitForFunction(
                "() => !document.querySelector('#learners').$.items.querySelector(':is([loading], [aria-busy]):not([hidden])')");
    }

    @Test
    @DisplayName("OM-06 a row that is drawn again as it was changes nothing that has its cells styled anew")
    void draws_rows_again_in_silence() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        assertThat(mira.locator("#content .count").first()).not().hasText("");

        assertThat(mira.evaluate(DRAWN_AGAIN)).isEqualTo(List.of());
    }

    @Test
    @DisplayName(
            "LV-05 a row that waits where the focus is is not covered, none that waits can be pressed, and all look as before when they are there")
    void the_focus_stays_in_sight() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        assertThat(mira.locator("#content .count").first()).not().hasText("");

        assertThat(mira.evaluate(FOCUSED))
                .isEqualTo(List.of(
                        "empty",
                        "covered",
                        "there",
                        "not pressed",
                        "not pressed",
                        "pressed",
                        "empty",
                        "there",
                        "there",
                        "as before"));
    }

    @Test
    @DisplayName("OM-06 a row that waits for another learner shows and hands out none of the one before")
    void a_row_that_waits_is_out_of_sight() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        assertThat(mira.locator("#content .count").first()).not().hasText("");

        assertThat(mira.evaluate(JUMPED)).isEqualTo(List.of("waits", "out of reach", "/management/members/learners"));
        mira.waitForFunction(
                "() => !document.querySelector('#learners').$.items.querySelector(':is([loading], [aria-busy]):not([hidden])')");
        assertThat(
                        mira.evaluate(
                                "() => document.querySelector('#learners')._getRenderedRows().some((row) => row.style.clipPath)"))
                .isEqualTo(false);
    }

    @Test
    @DisplayName(
            "OM-06 a row that moves has none of its cells styled anew: neither its background nor its alignment is theirs")
    void cells_take_nothing_from_their_row() {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA);

        assertThat(mira.evaluate(TAKEN)).isEqualTo(List.of());
    }
}
