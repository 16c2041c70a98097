package app.rollcall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvnw} chooses, shown with JDKs and a Maven that are only folders and small scripts. */
@DisabledOnOs(OS.WINDOWS)
class MavenStarterTest {

    @TempDir
    private Path machine;

    private Path home;
    private Path jvms;
    private Path bin;
    private Path project;

    @BeforeEach
    void aMachineWithMavenAndJdk17() throws IOException {
        home = Files.createDirectories(machine.resolve("home of somebody"));
        jvms = Files.createDirectories(machine.resolve("jvm"));
        bin = Files.createDirectories(machine.resolve("bin"));
        project = Files.createDirectories(machine.resolve("a project"));
        String script = Files.readString(Path.of("mvnw")).replace("/usr/lib/jvm", jvms.toString());
        executable(
                project.resolve("mvnw"),
                script.replace("/Library/Java", machine + "/none").replace("/usr/libexec", machine + "/none"));
        executable(bin.resolve("java"), "#!/bin/sh\n");
        jdk(jvms.resolve("java-17"), "17.0.15");
        maven("3.8.7");
    }

    @Test
    void a_java_home_that_is_new_enough_is_taken() throws Exception {
        Path chosen = jdk(home.resolve("my jdk"), "25.0.1");
        jdk(jvms.resolve("java-26"), "26.0.1");
        assertThat(run(Map.of("JAVA_HOME", chosen.toString()), "-B", "verify").text())
                .contains("JAVA_HOME=" + chosen, "arguments=-B verify");
    }

    @Test
    void a_java_home_that_is_too_old_gives_way_to_the_newest_jdk() throws Exception {
        jdk(jvms.resolve("java-25.0.9"), "25.0.9");
        Path newest = jdk(home.resolve(".sdkman/candidates/java/25.0.10-tem"), "25.0.10");
        jdk(home.resolve(".jdks/openjdk-25"), "25");
        assertThat(run(Map.of("JAVA_HOME", jvms.resolve("java-17").toString())).text())
                .contains("JAVA_HOME=" + newest);
    }

    @Test
    void a_runtime_without_a_compiler_is_no_jdk() throws Exception {
        Path jdk = jdk(jvms.resolve("java-25"), "25.0.1");
        Files.delete(jdk(jvms.resolve("java-27"), "27").resolve("bin/javac"));
        assertThat(run(Map.of()).text()).contains("JAVA_HOME=" + jdk);
    }

    @Test
    void without_a_jdk_one_sentence_says_what_is_missing() throws Exception {
        Ended ended = run(Map.of());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.text().strip())
                .isEqualTo("Rollcall needs a JDK 25 or newer: install one, or set JAVA_HOME to its folder.");
    }

    @Test
    void it_builds_its_own_folder_wherever_it_is_called_from() throws Exception {
        jdk(jvms.resolve("java-25"), "25.0.1");
        assertThat(run(Map.of()).text()).contains("folder=" + project.toRealPath());
    }

    @Test
    void a_maven_that_is_too_old_gives_way_to_the_fetched_one() throws Exception {
        jdk(jvms.resolve("java-25"), "25.0.1");
        maven("3.6.3");
        Path fetched = home.resolve(".m2/rollcall/apache-maven-3.9.11/bin");
        Files.createDirectories(fetched);
        executable(fetched.resolve("mvn"), "#!/bin/sh\necho the fetched one: \"$@\"\n");
        assertThat(run(Map.of(), "-v").text().strip()).isEqualTo("the fetched one: -v");
    }

    @Test
    void a_fetched_maven_with_another_checksum_is_refused() throws Exception {
        jdk(jvms.resolve("java-25"), "25.0.1");
        maven("3.6.3");
        executable(
                bin.resolve("curl"),
                "#!/bin/sh\nwhile [ \"$1\" != -o ]; do shift; done\necho something else > \"$2\"\n");
        Ended ended = run(Map.of());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.text()).contains("has not the expected SHA-512");
        assertThat(home.resolve(".m2/rollcall")).isEmptyDirectory();
    }

    private Path jdk(Path folder, String version) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        executable(folder.resolve("bin/java"), "#!/bin/sh\n");
        executable(folder.resolve("bin/javac"), "#!/bin/sh\necho javac " + version + "\n");
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return folder;
    }

    private void maven(String version) throws IOException {
        executable(bin.resolve("mvn"), """
                #!/bin/sh
                if [ "$1" = -version ]; then echo "Apache Maven %s"; exit; fi
                echo "JAVA_HOME=$JAVA_HOME"; echo "arguments=$*"; echo "folder=$(pwd -P)"
                """.formatted(version));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ended run(Map<String, String> environment, String... arguments) throws Exception {
        var command = new ProcessBuilder(project.resolve("mvnw").toString());
        command.command().addAll(List.of(arguments));
        command.environment().clear();
        command.environment().putAll(Map.of("HOME", home.toString(), "PATH", bin + ":/usr/bin:/bin"));
        command.environment().putAll(environment);
        Process process =
                command.directory(machine.toFile()).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), text);
    }

    private record Ended(int code, String text) {}
}
