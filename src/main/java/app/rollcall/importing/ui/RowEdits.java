package app.rollcall.importing.ui;

import app.rollcall.importing.Finding;
import app.rollcall.importing.Item;
import app.rollcall.importing.ReviewRow;
import app.rollcall.importing.csv.Column;
import app.rollcall.ui.SearchedItems;
import reactor.core.publisher.Mono;

/** What a person does to a row of the list. */
interface RowEdits {

    Mono<Void> change(ReviewRow row, Column cell, String value);

    /** Makes it a row for a course, a product, or neither: then its ID goes as well. */
    Mono<Void> become(ReviewRow row, String itemType);

    /** Gives it a course or product, whichever kind the row was. */
    Mono<Void> choose(ReviewRow row, Item item);

    Mono<Void> remove(ReviewRow row);

    /** @param alike also in all rows that the same fix mends */
    Mono<Long> mend(ReviewRow row, Finding finding, boolean alike);

    /** The courses and products there are to choose from. */
    SearchedItems<Item> items();
}
