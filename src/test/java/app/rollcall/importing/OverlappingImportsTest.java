package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.job.Jobs;
import app.rollcall.live.JobState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

class OverlappingImportsTest extends ImportScene {

    private static final int PEOPLE = 6_000;

    @Autowired
    private Jobs jobs;

    @Test
    @DisplayName(
            "C4, F19, F20 Two imports with the same addresses at once: each person and enrolment once, no deadlock,"
                    + " both reports right")
    void atOnce() {
        List<String> people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> "learner" + i + "@example.org,Lea,Rner,course,FIRE-2026")
                .toList();
        List<String> others = new ArrayList<>(people);
        Collections.reverse(others);
        ImportId one = staged(file(people.toArray(String[]::new))).id();
        ImportId two = staged(file(Stream.concat(others.stream(), Stream.of("only@example.org,On,Ly,course,GDPR-101"))
                        .toArray(String[]::new)))
                .id();
        database.run(
                "UPDATE job SET state = 'queued', step = 'applying', total = i.rows, done = 0, cursor = 0, progress_at"
                        + " = NULL FROM import i WHERE i.job_id = job.id");
        Mono.when(jobs.enqueue(one.job(), "applying"), jobs.enqueue(two.job(), "applying"))
                .block();

        Import first = reaches(one, JobState.COMPLETED, JobState.COMPLETED_WITH_ERRORS);
        Import second = reaches(two, JobState.COMPLETED, JobState.COMPLETED_WITH_ERRORS);
        assertThat(List.of(first.job().state(), second.job().state())).containsOnly(JobState.COMPLETED);
        assertThat(first.successful()).isEqualTo(PEOPLE);
        assertThat(second.successful()).isEqualTo(PEOPLE + 1L);
        assertThat(first.imported() + second.imported()).isEqualTo(PEOPLE + 1L);
        assertThat(first.invited() + second.invited()).isEqualTo(PEOPLE + 1L).isEqualTo(count("invitation"));
        assertThat(first.enrolled() + second.enrolled()).isEqualTo(PEOPLE + 1L).isEqualTo(count("enrolment"));
        assertThat(count("person WHERE learner")).isEqualTo(PEOPLE + 1L);
    }
}
