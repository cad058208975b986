# Finds a JDK and builds with it, for the launcher and the scripts; to be sourced by a POSIX shell.

needed_java=25

# Follows symbolic links to the file itself (readlink -f is not everywhere).
resolve() {
    file=$1
    while [ -L "$file" ]; do
        link=$(readlink "$file")
        case $link in
            /*) file=$link ;;
            *) file=$(dirname -- "$file")/$link ;;
        esac
    done
    (cd -P -- "$(dirname -- "$file")" && printf '%s/%s\n' "$(pwd)" "$(basename -- "$file")")
}

# Major version of the JDK in folder $1; nothing if there is no JDK.
java_version() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

suits() {
    version=$(java_version "$1")
    [ -n "$version" ] && [ "$version" -ge "$needed_java" ]
}

# Prints the home of the first suitable JDK: the caller's own choice first, then the usual folders.
find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && suits "$JAVA_HOME"; then
        printf '%s\n' "$JAVA_HOME"
        return 0
    fi
    if on_path=$(command -v java); then
        candidate=$(dirname -- "$(dirname -- "$(resolve "$on_path")")")
        if suits "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    fi
    for candidate in \
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-/}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* \
        "${HOME:-/}"/.jdks/* "${HOME:-/}"/.asdf/installs/java/* "${HOME:-/}"/.local/share/mise/installs/java/*; do
        if suits "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

# Runs Maven quietly with the JDK in folder $1; tests are left out, and warnings do not stop it.
build_with() {
    JAVA_HOME=$1
    MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
    shift
    JAVA_HOME=$JAVA_HOME MAVEN_OPTS=$MAVEN_OPTS \
        mvn -q -B -ntp -Dstyle.color=never -Dmaven.test.skip=true -Dwarnings=-g "$@" package >&2
}
