package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class GoKeyTest {

    @Test
    @DisplayName("KB G then L, C, J go to learners, courses and jobs; no letter leads to two views")
    void letters() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(GoKey.class));
        List<Object> letters = scanner.findCandidateComponents("app.rollcall").stream()
                .map(view -> ((AnnotatedBeanDefinition) view)
                        .getMetadata()
                        .getAnnotationAttributes(GoKey.class.getName())
                        .get("value"))
                .toList();

        assertThat(letters).contains("l", "c", "j").doesNotHaveDuplicates();
    }
}
