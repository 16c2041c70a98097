package app.rollcall.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.PersonId;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RollcallTest
class ProductAccessTest {

    @Autowired
    private TestDatabase database;

    @Autowired
    private ProductAccess access;

    private Actor mira;
    private PersonId amara;
    private ProductId kit;

    @BeforeEach
    void aProduct() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        amara = new PersonId(database.learner("amara@example.org", "Amara", "Okafor"));
        kit = new ProductId(database.product("FIELD-KIT", "Field kit"));
        database.run("UPDATE product SET status = 'draft' WHERE id = ?", database.product("SOON", "Soon"));
    }

    @Test
    @DisplayName(
            "OM-20, OM-60 Access to a product is given once, with who gave it, taken away, and given back as it was")
    void givenAndTaken() {
        assertThat(access.grantable(mira, amara, "", 0, 50).block())
                .extracting(Product::code)
                .containsExactly("FIELD-KIT");
        assertThat(access.grant(mira, amara, List.of(kit)).block()).isEqualTo(1);
        assertThat(access.grant(mira, amara, List.of(kit)).block()).isZero();
        LearnerProduct given = access.page(mira, amara, "kit", 0, 50).block().getFirst();
        assertThat(given.grantedBy()).isEqualTo("Mira Solberg");

        ProductAccess.Taken taken = access.take(mira, amara, kit).block();
        assertThat(access.count(mira, amara, "").block()).isZero();
        assertThat(access.take(mira, amara, kit).blockOptional()).isEmpty();
        assertThat(access.giveBack(mira, taken).block()).isTrue();
        assertThat(access.giveBack(mira, taken).blockOptional()).isEmpty();
        assertThat(access.page(mira, amara, "", 0, 50).block()).containsExactly(given);
        assertThat(database.text("SELECT string_agg(verb, ' ' ORDER BY id) FROM audit_entry"))
                .isEqualTo("access_granted access_removed access_granted");
    }

    @Test
    @DisplayName("RL Who does not manage users neither sees somebody's products nor gives or takes them")
    void notTheirs() {
        Actor other = Actors.withRole(database, Role.INSTRUCTOR, "Ole", "Berg");
        assertThatThrownBy(() -> access.page(other, amara, "", 0, 5).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> access.grant(other, amara, List.of(kit)).block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> access.take(other, amara, kit).block()).isInstanceOf(Refused.class);
    }
}
