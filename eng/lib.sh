# What ./run, ./test, ./bench and ./campaign share. They source it; it does nothing by itself but name functions and quiet the tools.
# shellcheck shell=bash

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
jobs=${JOBS:-$(nproc)}

say() { printf '==> %s\n' "$*"; }

die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# need_packages NAME...: installs those Debian packages that are not installed.
need_packages() {
    command -v dpkg-query >/dev/null || {
        say "this is no Debian: make sure that you have what Debian calls: $*"
        return
    }
    local missing
    mapfile -t missing < <(
        comm -13 <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' | sort -u) \
            <(printf '%s\n' "$@" | sort -u)
    )
    [ ${#missing[@]} -gt 0 ] || return 0
    say "installing Debian packages: ${missing[*]}"
    local sudo=()
    [ "$(id -u)" -eq 0 ] || sudo=(sudo)
    "${sudo[@]}" apt-get update -qq
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

has_sdk() { command -v dotnet >/dev/null && [[ $'\n'$(dotnet --list-sdks) == *$'\n'10.* ]]; }

# need_sdk: the .NET 10 SDK is a prerequisite; where it is missing, its vendor's script puts it into ~/.dotnet.
need_sdk() {
    has_sdk && return
    export DOTNET_ROOT=$HOME/.dotnet
    export PATH=$DOTNET_ROOT:$PATH
    has_sdk && return
    need_packages ca-certificates curl libgcc-s1 libstdc++6 openssl zlib1g
    say "there is no .NET 10 SDK: installing it into $DOTNET_ROOT with its vendor's dotnet-install.sh"
    local script
    script=$(mktemp)
    curl -fsSL https://dot.net/v1/dotnet-install.sh -o "$script" || die "dotnet-install.sh cannot be had; install the .NET 10 SDK yourself"
    bash "$script" --channel 10.0 --install-dir "$DOTNET_ROOT" >/dev/null
    rm -f "$script"
    has_sdk || die "the .NET 10 SDK was installed into $DOTNET_ROOT but does not run there"
}

# build PROJECT: builds it in Release and prints nothing but problems.
build() {
    local log
    log=.build/$(basename "$1").log
    say "building $1"
    mkdir -p .build
    dotnet build "$1" -c Release -m:"$jobs" -nologo -tl:off >"$log" 2>&1 && return
    grep -E '(error|warning) [A-Z]+[0-9]*' "$log" | sort -u >&2 || cat "$log" >&2
    die "$1 does not build"
}

# publish_coffer: the command as it is shipped, compiled ahead of time, in .build/coffer.
publish_coffer() {
    need_packages clang zlib1g-dev
    local log=.build/publish-coffer.log
    say "compiling coffer ahead of time"
    mkdir -p .build
    dotnet publish src/apps/coffer/coffer.csproj -c Release -m:"$jobs" -nologo -tl:off -o .build/coffer >"$log" 2>&1 && return
    tail -n 20 "$log" >&2
    die "coffer does not compile ahead of time"
}
