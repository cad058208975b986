package org.iolaus.service.access;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import java.util.List;
import org.iolaus.service.findings.Fields;

/** What a route answers. */
public sealed interface Answer {
    /** One object. */
    record Json(HttpStatus status, Fields object) implements Answer {}

    /** Text of some type, whole. */
    record Text(MediaType type, String text) implements Answer {}

    /** Nothing but that it is done. */
    record Nothing() implements Answer {}

    static Answer of(Fields object) {
        return new Json(HttpStatus.OK, object);
    }

    static Answer created(Fields object) {
        return new Json(HttpStatus.CREATED, object);
    }

    /** Objects under a name. */
    static Answer list(String name, List<Fields> objects) {
        return of(new Fields().list(name, objects, each -> each));
    }

    /** This as an HTTP response. */
    default HttpResponse response() {
        return switch (this) {
            case Json json ->
                HttpResponse.of(
                        json.status(), MediaType.JSON_UTF_8, json.object().json() + "\n");
            case Text text -> HttpResponse.of(HttpStatus.OK, text.type(), text.text());
            case Nothing nothing -> HttpResponse.of(HttpStatus.NO_CONTENT);
        };
    }
}
