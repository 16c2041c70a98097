package app.rollcall.walls;

import org.junit.jupiter.api.Test;

class RoomWallsTest {

    @Test
    void rooms_do_not_know_each_other_in_a_circle() {
        Houses.holds(RoomRules::noCycles, "cycle", "Cycle detected");
    }

    @Test
    void a_room_knows_only_the_rooms_below_it() {
        Houses.holds(
                RoomRules::directions, "direction", "live must not know learner", "cellar is not a room of the plan");
    }

    @Test
    void the_kit_knows_no_feature() {
        Houses.holds(RoomRules::directions, "kit", "ui must not know learner");
    }

    @Test
    void what_lies_below_the_screens_does_not_know_them() {
        Houses.holds(RoomRules::directions, "below", "learner must not know learner.ui");
    }

    @Test
    void another_features_screens_are_reached_only_through_its_navigation_or_panel() {
        Houses.holds(RoomRules::directions, "neighbour", "learner.ui must not know course.ui");
    }

    @Test
    void only_screens_know_vaadin() {
        Houses.holds(RoomRules::vaadinOnlyInScreens, "vaadin", "com.vaadin.flow.component.Component");
    }

    @Test
    void a_screen_holds_no_sql() {
        Houses.holds(RoomRules::noSqlInScreens, "sql", "org.springframework.r2dbc.core.DatabaseClient");
    }

    @Test
    void a_query_is_seen_only_in_its_room() {
        Houses.holds(RoomRules::queriesStayInTheirRoom, "query", "OpenQuery");
    }

    @Test
    void nothing_makes_markup_of_text() {
        Houses.holds(RoomRules::noHtmlFromText, "markup", "com.vaadin.flow.component.Html");
    }
}
