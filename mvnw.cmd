<# : the part for cmd
@echo off
rem Builds and runs Rollcall: finds a JDK 25 or newer, finds or fetches Maven, and hands all arguments to it.
rem Nothing is installed into the system; a fetched Maven lies in %USERPROFILE%\.m2\rollcall.
setlocal
set "MVNW_SELF=%~f0"
set "MVNW_MVN="
for /f "usebackq tokens=1* delims==" %%A in (`powershell -NoProfile -ExecutionPolicy Bypass -Command "& ([ScriptBlock]::Create((Get-Content -Raw -LiteralPath $env:MVNW_SELF)))"`) do set "%%A=%%B"
if not defined MVNW_MVN exit /b 1
pushd "%~dp0"
call "%MVNW_MVN%" %*
set "MVNW_CODE=%ERRORLEVEL%"
popd
exit /b %MVNW_CODE%
: the part for PowerShell: prints JAVA_HOME= and MVNW_MVN= for cmd to set, or a sentence to the console #>
$ErrorActionPreference = 'Stop'
$leastJdk = 25
$mavenVersion = '3.9.11'
$mavenSha512 = 'bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978'
$mavenUrl = "https://archive.apache.org/dist/maven/maven-3/$mavenVersion/binaries/apache-maven-$mavenVersion-bin.tar.gz"

function Say($text) { [Console]::Error.WriteLine($text) }

# The version of the JDK in a folder, or 0 when there is none.
function Get-JdkVersion($folder) {
    $none = [version]'0.0'
    if (-not $folder -or -not (Test-Path -LiteralPath "$folder\bin\javac.exe") -or -not (Test-Path -LiteralPath "$folder\release")) { return $none }
    foreach ($line in Get-Content -LiteralPath "$folder\release") {
        if ($line -match '^JAVA_VERSION="?(\d+)(?:\.(\d+))?(?:\.(\d+))?') {
            return [version]::new([int]$Matches[1], [int]$Matches[2], [int]$Matches[3])
        }
    }
    return $none
}

function Find-Jdk {
    if ((Get-JdkVersion $env:JAVA_HOME).Major -ge $leastJdk) { return $env:JAVA_HOME }
    $places = @(
        "$env:ProgramFiles\Java\*", "$env:ProgramFiles\Eclipse Adoptium\*", "$env:ProgramFiles\Microsoft\jdk*",
        "$env:ProgramFiles\Zulu\*", "$env:ProgramFiles\Amazon Corretto\*", "$env:ProgramFiles\BellSoft\*",
        "$env:USERPROFILE\.sdkman\candidates\java\*", "$env:USERPROFILE\.jdks\*", "$env:USERPROFILE\scoop\apps\*jdk*\current")
    $homes = foreach ($place in $places) { Get-Item -Path $place -ErrorAction SilentlyContinue | ForEach-Object FullName }
    $best = $homes | Where-Object { (Get-JdkVersion $_).Major -ge $leastJdk } |
        Sort-Object -Descending { Get-JdkVersion $_ } | Select-Object -First 1
    if (-not $best) {
        Say "Rollcall needs a JDK $leastJdk or newer: install one, or set JAVA_HOME to its folder."
        exit 1
    }
    return $best
}

# The Maven on the PATH when it is 3.8 or newer. Asked outside the project, whose .mvn options are for the build alone.
function Find-Maven {
    $onPath = Get-Command mvn.cmd -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if (-not $onPath) { return $null }
    Push-Location $env:SystemDrive\
    $answer = & $onPath.Source -version 2>$null | Out-String
    Pop-Location
    if ($answer -match 'Apache Maven (\d+)\.(\d+)' -and [version]"$($Matches[1]).$($Matches[2])" -ge [version]'3.8') { return $onPath.Source }
    return $null
}

function Get-Maven {
    $store = "$env:USERPROFILE\.m2\rollcall"
    $mavenHome = "$store\apache-maven-$mavenVersion"
    if (Test-Path -LiteralPath "$mavenHome\bin\mvn.cmd") { return "$mavenHome\bin\mvn.cmd" }
    $work = New-Item -ItemType Directory -Path "$store\fetch.$([guid]::NewGuid())"
    try {
        Say "Fetching Maven $mavenVersion from the Apache archive."
        $ProgressPreference = 'SilentlyContinue'
        [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
        Invoke-WebRequest -UseBasicParsing -Uri $mavenUrl -OutFile "$work\maven.tar.gz"
        if ((Get-FileHash -Algorithm SHA512 -LiteralPath "$work\maven.tar.gz").Hash -ne $mavenSha512) {
            throw "What came from $mavenUrl has not the expected SHA-512 and was thrown away."
        }
        & "$env:SystemRoot\System32\tar.exe" -xzf "$work\maven.tar.gz" -C "$work"
        if (-not (Test-Path -LiteralPath "$mavenHome\bin\mvn.cmd")) { Move-Item -LiteralPath "$work\apache-maven-$mavenVersion" -Destination $mavenHome }
    } catch {
        Say "Maven could not be fetched: $_"
        exit 1
    } finally {
        Remove-Item -Recurse -Force -LiteralPath $work -ErrorAction SilentlyContinue
    }
    return "$mavenHome\bin\mvn.cmd"
}

$jdk = Find-Jdk
$env:JAVA_HOME = $jdk
$maven = Find-Maven
if (-not $maven) { $maven = Get-Maven }
"JAVA_HOME=$jdk"
"MVNW_MVN=$maven"
