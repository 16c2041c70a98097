package app.rollcall.live;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The events of one transaction as the payload of one notification, and back. */
@Component
class LiveCodec {

    private static final TypeReference<List<LiveEvent>> EVENTS = new TypeReference<>() {};
    private final JsonMapper json = JsonMapper.builder().build();

    String encode(List<LiveEvent> events) {
        return json.writerFor(EVENTS).writeValueAsString(events);
    }

    /** A payload that this version cannot read, sent by a newer node, means only that something changed. */
    List<LiveEvent> decode(String payload) {
        try {
            return json.readValue(payload, EVENTS);
        } catch (JacksonException e) {
            return List.of(new LiveEvent.Resync());
        }
    }
}
