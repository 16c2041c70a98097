package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.importing.csv.Column;
import app.rollcall.live.JobState;
import app.rollcall.security.EmailAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A list while it is put together: typed lines, files, pastes, single rows. */
class ImportListTest extends ImportScene {

    private static final Item FIRE = new Item("course", "FIRE-2026", "Fire safety");
    private static final Item KIT = new Item("product", "FIELD-KIT", "Field kit");

    @Autowired
    private Items items;

    @Test
    @DisplayName("OM-34, OM-45 A typed address with its items begins a list: one row for each item, the first on top")
    void typed() {
        ImportId id = typed("Nora.Vidal@Example.org", FIRE, KIT);

        assertThat(shown(id))
                .containsExactly(
                        "nora.vidal@Example.org".replace("nora.vidal@Example", "Nora.Vidal@example")
                                + " course FIRE-2026 0",
                        "Nora.Vidal@example.org product FIELD-KIT 0");
        Import list = reaches(id, Step.ADDING);
        assertThat(List.of(list.rows(), list.emails())).containsExactly(2L, 1L);
        assertThat(list.sources()).extracting(Source::kind).containsExactly(Source.Kind.TYPED);

        Import checked = checked(id);
        assertThat(List.of(checked.valid(), checked.errors())).containsExactly(2L, 0L);
        Import over = applied(id);
        assertThat(List.of(over.invited(), over.enrolled(), over.successful())).containsExactly(1L, 2L, 2L);
    }

    @Test
    @DisplayName("OM-45 A malformed typed address is refused and begins nothing")
    void malformed() {
        assertThatThrownBy(() -> typed("nora.vidal")).isInstanceOf(EmailAddress.Malformed.class);
        assertThat(count("job")).isZero();
    }

    @Test
    @DisplayName("OM-39, OM-34 Files, pastes and typed lines are appended to one list, whose typed lines stand first")
    void appended() {
        ImportId id = listed(file("a@example.org,A,A,course,FIRE-2026", "b@example.org,B,B,,"))
                .id();
        append(id, Source.Kind.FILE, "more.csv", file("c@example.org,C,C,,"));
        append(id, Source.Kind.PASTED, "", "email\titem_type\titem_id\na@example.org\tproduct\tFIELD-KIT\n".getBytes());
        rows.add(admin, id, "typed@example.org", List.of()).block();

        assertThat(shown(id))
                .containsExactly(
                        "typed@example.org   0",
                        "a@example.org course FIRE-2026 2",
                        "b@example.org   3",
                        "c@example.org   2",
                        "a@example.org product FIELD-KIT 2");
        Import list = reaches(id, Step.ADDING);
        assertThat(List.of(list.rows(), list.emails())).containsExactly(5L, 4L);
        assertThat(list.sources())
                .extracting(source -> source.kind() + " " + source.fileName() + " " + source.rows())
                .containsExactly("TYPED  0", "FILE list.csv 2", "FILE more.csv 1", "PASTED  1");
        assertThat(applied(checked(id).id()).successful()).isEqualTo(5);
    }

    @Test
    @DisplayName("OM-39 Cells pasted out of a spreadsheet begin a list too, under the title given")
    void pasted() {
        byte[] cells = "Email\tCourse ID\r\na@example.org\tFIRE-2026\r\n".getBytes();
        ImportId id = imports.paste(
                        admin, UUID.randomUUID(), "Pasted cells", Flux.just(ByteBuffer.wrap(cells)), Beforehand.NOTHING)
                .block();
        Import list = reaches(Objects.requireNonNull(id), Step.ADDING);

        assertThat(list.fileName()).isEqualTo("Pasted cells");
        assertThat(list.sources()).extracting(Source::kind).containsExactly(Source.Kind.PASTED);
        assertThat(shown(id)).containsExactly("a@example.org course FIRE-2026 2");
    }

    @Test
    @DisplayName("OM-39 A second file that cannot be read leaves the list as it is and says why")
    void refusedAppendix() {
        ImportId id = listed(file("a@example.org,A,A,,")).id();
        append(id, Source.Kind.FILE, "book.csv", "PK\3\4xl/workbook.xml".getBytes());

        Import list = reaches(id, Step.ADDING);
        assertThat(list.rows()).isEqualTo(1);
        assertThat(list.sources().getLast().state()).isEqualTo(Source.State.REFUSED);
        assertThat(FileRefused.of(
                                Objects.requireNonNull(list.sources().getLast().refusal()))
                        .code())
                .isEqualTo("excel_workbook");

        imports.forget(admin, id, 2).block();
        assertThat(reaches(id, Step.ADDING).sources()).hasSize(1);
    }

    @Test
    @DisplayName("OM-39 A file taken out of the list takes its rows with it")
    void forgotten() {
        ImportId id = listed(file("a@example.org,A,A,,", "b@example.org,B,B,,")).id();
        append(id, Source.Kind.FILE, "more.csv", file("c@example.org,C,C,,", "a@example.org,A,A,course,FIRE-2026"));
        imports.forget(admin, id, 1).block();

        assertThat(shown(id)).containsExactly("c@example.org   2", "a@example.org course FIRE-2026 3");
        assertThat(reaches(id, Step.ADDING).emails()).isEqualTo(2);
        assertThat(count("import_file_part")).isEqualTo(1);
    }

    @Test
    @DisplayName("OM-41, OM-42, OM-43 A row's kind and ID are changed and a row is removed before anything is checked")
    void changed() {
        ImportId id = listed(file("a@example.org,A,A,course,FIELD-KIT", "b@example.org,B,B,,"))
                .id();
        rows.change(admin, id, 1, Column.ITEM_TYPE, "product").block();
        assertThat(row(id, 1).itemTitle()).isEqualTo("Field kit");
        rows.change(admin, id, 1, Column.ITEM_ID, "ONB-BASIC").block();
        rows.remove(admin, id, 2).block();

        assertThat(shown(id)).containsExactly("a@example.org product ONB-BASIC 2");
        Import list = reaches(id, Step.ADDING);
        assertThat(List.of(list.rows(), list.emails())).containsExactly(1L, 1L);
        assertThatThrownBy(() -> rows.remove(admin, id, 2).block()).isInstanceOf(NotInList.class);
    }

    @Test
    @DisplayName("OM-44 A cleared list is empty, takes new rows, and can be taken back until it is validated")
    void cleared() {
        ImportId id = listed(file("a@example.org,A,A,,", "b@example.org,B,B,,")).id();
        rows.add(admin, id, "t@example.org", List.of()).block();
        rows.clear(admin, id).block();
        Import empty = reaches(id, Step.ADDING);
        assertThat(List.of(empty.rows(), empty.emails())).containsExactly(0L, 0L);
        assertThat(empty.cleared()).isTrue();
        assertThat(shown(id)).isEmpty();
        assertThatThrownBy(() -> imports.validate(admin, id).block()).isInstanceOf(NotInList.class);

        rows.add(admin, id, "new@example.org", List.of()).block();
        assertThat(shown(id)).containsExactly("new@example.org   0");
        rows.restore(admin, id).block();
        assertThat(shown(id)).hasSize(4);
        assertThat(reaches(id, Step.ADDING).emails()).isEqualTo(4);

        rows.clear(admin, id).block();
        rows.add(admin, id, "only@example.org", List.of()).block();
        Import checked = checked(id);
        assertThat(List.of(checked.rows(), checked.emails())).containsExactly(1L, 1L);
        assertThat(checked.cleared()).isFalse();
        assertThat(count("import_row")).isEqualTo(1);
    }

    @Test
    @DisplayName("OM-40 Rows are found by a part of their address, and paged from any place")
    void paged() {
        String[] lines = new String[500];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "p" + i + "@example.org,P,P,,";
        }
        ImportId id = listed(file(lines)).id();

        assertThat(page(id, "", 480, 50))
                .hasSize(20)
                .startsWith("p480@example.org")
                .endsWith("p499@example.org");
        assertThat(page(id, "P49", 1, 3)).containsExactly("p490@example.org", "p491@example.org", "p492@example.org");
        assertThat(rows.count(admin, id, "p49").block()).isEqualTo(11);
        assertThat(rows.count(admin, id, "%").block()).isZero();
        rows.add(admin, id, "t@example.org", List.of()).block();
        assertThat(page(id, "", 0, 2)).containsExactly("t@example.org", "p0@example.org");
        rows.remove(admin, id, 3).block();
        assertThat(page(id, "", 2, 3)).containsExactly("p1@example.org", "p3@example.org", "p4@example.org");
    }

    @Test
    @DisplayName("OM-34 What is running or over takes no more rows, files or changes")
    void closed() {
        ImportId id = applied(staged(file("a@example.org,A,A,,")).id()).id();

        assertThatThrownBy(() -> rows.add(admin, id, "b@example.org", List.of()).block())
                .isInstanceOf(NotInList.class);
        assertThatThrownBy(() -> append(id, Source.Kind.FILE, "more.csv", file("b@example.org,,,,")))
                .isInstanceOf(NotInList.class);
        assertThatThrownBy(() ->
                        rows.change(admin, id, 1, Column.EMAIL, "x@example.org").block())
                .isInstanceOf(NotInList.class);
        assertThat(count("import_source")).isEqualTo(1);
        assertThat(reaches(id, JobState.COMPLETED).rows()).isEqualTo(1);
    }

    @Test
    @DisplayName("OM-42 Items are found by any part of title or ID, without case and accents, published ones only")
    void items() {
        database.course("SECOURS", "Premiers secours \u00e0 l\u2019\u00e9cole");

        assertThat(items.find(admin, "ecole", 0, 9).block())
                .extracting(Item::code)
                .containsExactly("SECOURS");
        assertThat(items.find(admin, "fire-20", 0, 9).block()).containsExactly(FIRE);
        assertThat(items.find(admin, "old", 0, 9).block()).isEmpty();
        assertThat(items.count(admin, "").block()).isEqualTo(5);
    }

    private ImportId typed(String email, Item... with) {
        return Objects.requireNonNull(imports.begin(admin, UUID.randomUUID(), email, List.of(with), Beforehand.NOTHING)
                .block());
    }

    private void append(ImportId id, Source.Kind kind, String name, byte[] file) {
        imports.append(admin, id, UUID.randomUUID(), kind, name, Flux.just(ByteBuffer.wrap(file)))
                .block();
        reaches(id, Step.ADDING);
    }

    private List<String> shown(ImportId id) {
        return rows.list(admin, id, "", 0, 100)
                .flatMapIterable(page -> page)
                .map(row -> row.email() + " " + row.itemType() + " " + row.itemId() + " " + row.line())
                .collectList()
                .block();
    }

    private List<String> page(ImportId id, String find, long offset, int limit) {
        return rows.list(admin, id, find, offset, limit)
                .flatMapIterable(page -> page)
                .map(ReviewRow::email)
                .collectList()
                .block();
    }

    private ReviewRow row(ImportId id, int no) {
        return rows.list(admin, id, "", 0, 100)
                .flatMapIterable(page -> page)
                .filter(row -> row.rowNo() == no)
                .switchIfEmpty(Mono.error(AssertionError::new))
                .blockFirst();
    }
}
