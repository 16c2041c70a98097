package app.rollcall.faults;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * A file of so many rows, each with an address and a course of its own: in a hundred rows one asks for a course that does
 * not exist, and one is of somebody who is enrolled already.
 */
record LearnerList(int rows) {

    private static final int COURSES = 3;
    private static final int HUNDRED = 100;
    private static final int FAULTY = 13;
    private static final int KNOWN = 57;

    int faulty() {
        return count(FAULTY);
    }

    int known() {
        return count(KNOWN);
    }

    int fresh() {
        return rows - faulty() - known();
    }

    private int count(int which) {
        return (int) IntStream.range(0, rows).filter(i -> i % HUNDRED == which).count();
    }

    Path write(Path file) throws IOException {
        try (Writer text = Files.newBufferedWriter(file)) {
            text.write("email,first_name,last_name,item_type,item_id\n");
            for (int i = 0; i < rows; i++) {
                String course = i % HUNDRED == FAULTY ? "NOWHERE" : "COURSE-" + i % COURSES;
                text.write("learner%d@example.org,Lea%d,Rner%d,course,%s%n".formatted(i, i, i, course));
            }
        }
        return file;
    }

    /** Puts in who imports, the courses, and those who are known already. */
    void prepare(Beside database) {
        database.run("INSERT INTO person (email, first_name, last_name, status, learner)"
                + " VALUES ('mira.solberg@example.org', 'Mira', 'Solberg', 'active', false)");
        database.run("INSERT INTO person_role (person_id, role) VALUES (1, 'admin')");
        database.run(
                "INSERT INTO course (code, title, kind)"
                        + " SELECT 'COURSE-' || i, 'Course ' || i, 'self_paced' FROM generate_series(0, ?) i",
                COURSES - 1);
        database.run("""
                WITH known AS (
                  INSERT INTO person (email, first_name, last_name, status)
                  SELECT 'Learner' || i || '@example.org', 'Known', 'Already', 'active' FROM generate_series(?, ?, ?) i
                  RETURNING id, substring(email::text FROM '[0-9]+')::int AS i)
                INSERT INTO enrolment (person_id, course_id)
                SELECT known.id, course.id FROM known JOIN course ON code = ('COURSE-' || known.i % ?)::citext
                """, KNOWN, rows - 1, HUNDRED, COURSES);
    }
}
