package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportRightsTest extends ImportScene {

    private static final byte[] FILE = file("a@example.org,A,A,,", "b.example.org,B,B,,");

    private Actor service;
    private ImportId own;
    private ImportId others;

    @BeforeEach
    void twoImports() {
        service = Actors.withRole(database, Role.CUSTOMER_SERVICE, "Ida", "Lund");
        own = upload(service, FILE);
        others = upload(admin, FILE);
        for (ImportId id : List.of(own, others)) {
            reaches(id, Step.ADDING);
            checked(id);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUTHOR", "INSTRUCTOR", "COORDINATOR"})
    @DisplayName("RL Authors, instructors and coordinators neither import nor see imports")
    void refused(Role role) {
        Actor actor = Actors.withRole(database, role, "Some", "Body");
        long jobs = count("job");

        assertThatThrownBy(() -> upload(actor, FILE)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> imports.find(actor, others).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        rows.groups(actor, others, ReviewFilter.ALL, 0, 10).block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> imports.failed(actor, others, 0, 10).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> confirmed(actor, others, OnError.SKIP_ROWS).block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> imports.discard(actor, others).block()).isInstanceOf(Refused.class);
        assertThat(count("job")).isEqualTo(jobs);
    }

    @Test
    @DisplayName("RL Customer service sees and confirms its own imports only")
    void customerService() {
        assertThat(imports.find(service, own).block()).isNotNull();
        assertThat(rows.groups(service, own, ReviewFilter.ALL, 0, 10).block()).hasSize(2);
        assertThat(imports.find(service, others).block()).isNull();
        assertThat(rows.groups(service, others, ReviewFilter.ALL, 0, 10).block())
                .isEmpty();
        assertThat(imports.failed(service, others, 0, 10).block()).isEmpty();
        assertThatThrownBy(() -> confirmed(service, others, OnError.SKIP_ROWS).block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> imports.discard(service, others).block()).isInstanceOf(Refused.class);

        confirmed(service, own, OnError.SKIP_ROWS).block();
        assertThat(reaches(own, JobState.COMPLETED_WITH_ERRORS).invited()).isEqualTo(1);
        reaches(others, Step.CHECKING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OWNER", "ADMIN"})
    @DisplayName(
            "RL Owners and admins see and confirm everybody's imports; invitations stay in the name of who brought the file")
    void admins(Role role) {
        Actor actor = Actors.withRole(database, role, "Another", "Admin");

        for (ImportId id : List.of(own, others)) {
            assertThat(imports.find(actor, id).block()).isNotNull();
        }
        confirmed(actor, own, OnError.SKIP_ROWS).block();
        reaches(own, JobState.COMPLETED_WITH_ERRORS);
        assertThat(database.number("SELECT invited_by FROM invitation"))
                .isEqualTo(service.id().value());
        assertThat(database.number("SELECT actor_id FROM audit_entry WHERE verb = 'confirmed'"))
                .isEqualTo(actor.id().value());
    }

    @Test
    @DisplayName("RL A role that was taken away is gone for an import that is open")
    void takenAway() {
        database.run("DELETE FROM person_role WHERE person_id = ?", service.id().value());

        assertThatThrownBy(() -> imports.find(service, own).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> confirmed(service, own, OnError.SKIP_ROWS).block())
                .isInstanceOf(Refused.class);
    }
}
