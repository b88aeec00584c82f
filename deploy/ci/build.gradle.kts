// Into build.gradle.kts. Not run by our own build, which has no Gradle.
// Gradle compiles only what changed: let the CI run `clean`, so that helpers in unchanged files are seen.
dependencies {
    annotationProcessor("dev.lastcall:lastcall-javac:0.1.0-SNAPSHOT")
}

tasks.withType<JavaCompile>().configureEach {
    options.compilerArgs.addAll(
        listOf("-XDcompilePolicy=simple", "-Xplugin:Lastcall fail-on=error")
    )
}
