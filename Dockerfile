# Build: the same command as everywhere; the tests are the CI's matter.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY frontend frontend
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true package && \
    java -Djarmode=tools -jar target/rollcall.jar extract --layers --destination layers

# Run: libraries first, so that a new version of the app moves only its last, small layer.
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /rollcall --create-home rollcall
WORKDIR /rollcall
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER rollcall
# A rehearsal, up to where it would open, on a trial of its own: the JVM keeps what it did, and each start is twice as fast.
RUN java -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -XX:AOTCacheOutput=rollcall.aot -Dspring.context.exit=onRefresh \
        -jar rollcall.jar --rollcall.data=rehearsal --rollcall.sample=false && \
    kill -INT "$(head -n 1 rehearsal/postgres/postmaster.pid)" && rm -rf rehearsal
EXPOSE 8080 8081
# A container serves others, which a trial never does: without ROLLCALL_DATABASE_URL it says so and ends.
ENV SERVER_ADDRESS=0.0.0.0 MANAGEMENT_SERVER_ADDRESS=0.0.0.0
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8081/actuator/health/readiness"]
ENTRYPOINT ["java", "-XX:+UseCompactObjectHeaders", "-XX:MaxRAMPercentage=70", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:AOTCache=rollcall.aot", "-jar", "rollcall.jar"]
